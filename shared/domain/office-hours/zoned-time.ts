/** A day of the calendar and a time on the wall, somewhere. `weekday`: 0 is Monday. */
export interface ZonedTime {
  readonly date: string
  readonly weekday: number
  /** Minutes since midnight, with their fraction. */
  readonly minute: number
}

const minute = 60_000
const day = 24 * 60 * minute

/** What calendar and clock say in a zone, by the system's own time zone data. `at` in ms since 1970. */
export function zonedTime(zone: string, at: number): ZonedTime {
  return fromWall(wallAt(zone, at))
}

/** The wall's time as if it were UTC, ms. */
function wallAt(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day: ofMonth = 1, hour = 0, minute: m = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, ofMonth, hour, m, second) + (at - Math.floor(at / 1000) * 1000)
}

const fromWall = (wall: number): ZonedTime => ({
  date: new Date(wall).toISOString().slice(0, 10),
  weekday: weekdayOf(wall),
  minute: (wall - Math.floor(wall / day) * day) / minute,
})

/** 1970 began on a Thursday. */
const weekdayOf = (wall: number) => (Math.floor(wall / day) + 3) % 7

/** The day after, or some days after, in the calendar. */
export const laterDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

export const weekdayOfDate = (date: string): number => weekdayOf(Date.parse(`${date}T00:00:00Z`))

/**
 * When a wall's time is, ms since 1970: twice where the clock goes back over it, and then at the jump too; only at the jump
 * where the clock goes forward over it.
 */
export function momentsOf(zone: string, date: string, minuteOfDay: number): number[] {
  const wall = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * minute
  const [before, after] = [wall - 36 * 60 * minute, wall + 36 * 60 * minute]
  const [earlier, later] = [offsetAt(zone, before), offsetAt(zone, after)]
  if (earlier === later) return [wall - earlier]
  const either = [wall - earlier, wall - later]
  const change = changeOfOffset(zone, before, after, earlier)
  const isJumpedOver = Math.min(...either) <= change && change <= Math.max(...either)
  return [...either.filter((moment) => wallAt(zone, moment) === wall), ...(isJumpedOver ? [change] : [])]
}

const offsetAt = (zone: string, at: number) => wallAt(zone, at) - at

/** The first moment with another offset than at the beginning. */
function changeOfOffset(zone: string, from: number, to: number, offset: number): number {
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle * 1000) === offset) low = middle
    else high = middle
  }
  return high * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one takes a hundred times as long as using it. */
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
