import * as v from 'valibot'
import { limits } from './limits.ts'
import { wellFormed } from './text.ts'

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))

/** From a minute of the day to another, by the clock on the wall: 540 to 1020 is 9:00 to 17:00. `to` is no longer open. */
const Opening = v.pipe(
  v.object({ from: minuteOfDay, to: minuteOfDay }),
  v.check(({ from, to }) => from < to, 'must begin before it ends; hours over midnight are two, one for each day'),
)
export type Opening = v.InferOutput<typeof Opening>

/** All openings of one day. */
const Openings = v.pipe(
  v.array(Opening),
  v.maxLength(24),
  v.check((day) => !overlap(day), 'must not overlap each other'),
)

const Holiday = v.object({
  /** A day of the calendar, such as 2026-12-24. */
  date: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as 2026-12-24'),
    v.check(isDay, 'must be a day that the calendar has'),
  ),
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.name), wellFormed), ''),
  /** Open for these all the same; none means closed all day. */
  openings: v.optional(Openings, []),
})

/** When a group can be reached (W7): by the week, with exceptions for single days, in one time zone. */
export const OfficeHours = v.object({
  zone: v.pipe(v.string(), v.maxLength(64), v.check(isZone, 'must be a time zone such as Europe/Berlin')),
  /** Seven days, Monday first. A day without openings is closed. */
  week: v.pipe(v.array(Openings), v.length(7, 'must have seven days, Monday first')),
  holidays: v.pipe(
    v.optional(v.array(Holiday), []),
    v.maxLength(limits.holidays),
    v.check((days) => new Set(days.map(({ date }) => date)).size === days.length, 'must have each day once'),
  ),
})
export type OfficeHours = v.InferOutput<typeof OfficeHours>

function overlap(day: readonly Opening[]) {
  const sorted = day.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ to }, i) => to > (sorted[i + 1]?.from ?? Number.POSITIVE_INFINITY))
}

function isDay(date: string) {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** A name, not an offset: offsets know no summer time. */
function isZone(zone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}
