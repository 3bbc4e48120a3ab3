import type { ChannelHours } from '#shared/widget-config/channel-hours.ts'

export const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof days)[number]

export const dayNames: Readonly<Record<Day, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
}

/** The hours of a day as people write them: `09:00-12:00, 13:00-17:00`; empty when it is closed. */
export const textOfDay = ({ open }: ChannelHours, day: Day): string =>
  open
    .filter((entry) => entry.startsWith(`${day} `))
    .map((entry) => entry.slice(4))
    .join(', ')

/** @param times of one day, as `readTimes` gives them; its place among the days is kept */
export const withDay = (hours: ChannelHours, day: Day, times: readonly string[]): ChannelHours => ({
  ...hours,
  open: days.flatMap((other) =>
    other === day ? times.map((time) => `${day} ${time}`) : hours.open.filter((entry) => entry.startsWith(`${other} `)),
  ),
})

/**
 * What somebody wrote as the hours of a day, as `09:00-17:00` each; or in a sentence why it is none.
 * Takes `9-17`, `9.30 – 12` and the like too.
 */
export function readTimes(text: string): { readonly times: readonly string[] } | { readonly problem: string } {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const ranges: [number, number][] = []
  for (const part of parts) {
    const [, hour, minute = '00', toHour, toMinute = '00'] =
      /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/.exec(part) ?? []
    const from = Number(hour) * 60 + Number(minute)
    const to = Number(toHour) * 60 + Number(toMinute)
    if (hour === undefined || Number(minute) > 59 || Number(toMinute) > 59 || to > DAY)
      return { problem: `“${part}” is no time of a day: write it such as 09:00-17:00.` }
    if (from >= to)
      return {
        problem: `“${part}” ends before it begins. Hours over midnight are two: until 24:00, and from 00:00 on the next day.`,
      }
    ranges.push([from, to])
  }
  ranges.sort(([one], [other]) => one - other)
  const overlap = ranges.some(([, to], place) => to > (ranges[place + 1]?.[0] ?? DAY))
  return overlap
    ? { problem: 'These hours overlap each other.' }
    : { times: ranges.map(([from, to]) => `${clock(from)}-${clock(to)}`) }
}

/** Minutes of a day. */
const DAY = 1_440

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Whether a browser knows a time zone of this name; an offset is none, because it knows no summer time. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}
