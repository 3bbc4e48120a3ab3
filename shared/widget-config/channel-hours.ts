/** When a channel is offered, every week. */
export interface ChannelHours {
  /** IANA time zone, such as `Europe/Berlin`. */
  readonly zone: string
  /** `Mon 09:00-17:00`, until `24:00` at most; what goes on after midnight is a line of the next day. */
  readonly open: readonly string[]
}

/** Throws where they are no hours. @param hours as the page gave them, of any shape */
export function isWithin({ zone, open }: ChannelHours, now: Date): boolean {
  const wall = now.toLocaleString('en', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const time = wall.slice(-5)
  const within = open.map((line) => {
    // What is no line is read as nothing, which throws.
    const [, day, from, to] = /^(...) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(line) as unknown as string[]
    return wall.startsWith(`${day}`) && `${from}` <= time && time < `${to}`
  })
  return within.includes(true)
}
