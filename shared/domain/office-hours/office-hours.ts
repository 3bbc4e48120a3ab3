import type { OfficeHours, Opening } from '#shared/contract/office-hours.ts'
import { laterDate, momentsOf, weekdayOfDate, zonedTime } from './zoned-time.ts'

/** Whether a group with these hours is open (W7). Without hours it always is. `at` in ms since 1970. */
export function isOpen(hours: OfficeHours | null, at: number): boolean {
  if (!hours) return true
  const { date, minute } = zonedTime(hours.zone, at)
  return openingsOn(hours, date).some(({ from, to }) => from <= minute && minute < to)
}

/** When it next opens or closes, ms since 1970; nothing when it does not within a year. */
export function nextChange(hours: OfficeHours | null, at: number): number | null {
  if (!hours) return null
  const open = isOpen(hours, at)
  const today = zonedTime(hours.zone, at).date
  // From the day before: where the clock goes back at midnight, yesterday comes again.
  for (let days = -1; days <= 366; days++) {
    const changes = momentsOn(hours, laterDate(today, days)).filter((moment) => moment > at)
    const next = changes.toSorted((a, b) => a - b).find((moment) => isOpen(hours, moment) !== open)
    if (next !== undefined) return next
  }
  return null
}

/** When it next opens, ms since 1970; nothing when it is open. */
export const opensAt = (hours: OfficeHours | null, at: number): number | null =>
  isOpen(hours, at) ? null : nextChange(hours, at)

/** A holiday's openings go before the week's. */
const openingsOn = ({ week, holidays }: OfficeHours, date: string): readonly Opening[] =>
  holidays.find((holiday) => holiday.date === date)?.openings ?? week[weekdayOfDate(date)] ?? []

const momentsOn = (hours: OfficeHours, date: string): number[] =>
  openingsOn(hours, date).flatMap(({ from, to }) => [from, to].flatMap((time) => momentsOf(hours.zone, date, time)))
