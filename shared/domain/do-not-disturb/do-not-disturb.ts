import type { OfficeHours, Opening } from '#shared/contract/office-hours.ts'
import { isOpen, nextChange } from '../office-hours/office-hours.ts'

/** When somebody wants to hear nothing, by the clock on their wall. */
export interface QuietHours {
  readonly on: boolean
  /** Minutes of the day, 0 to 1439. An end that is not after the beginning is on the next day; the same minute means a whole day. */
  readonly from: number
  readonly to: number
  /** The days on which they begin: 0 is Monday. */
  readonly days: readonly number[]
}

/** Until when it is quiet, ms since 1970; `null`: for good. */
export interface Quiet {
  readonly until: number | null
}

/**
 * Whether it is quiet now (A22), and until when; nothing when it is not. Right over a change of the clocks: 8:00 is 8:00 on the wall.
 * @param zone where the person is, such as Europe/Berlin
 * @param at ms since 1970
 */
export function quietAt(hours: QuietHours, zone: string, at: number): Quiet | null {
  const all = asHours(hours, zone)
  return isOpen(all, at) && hours.on ? { until: nextChange(all, at) } : null
}

/** When it becomes quiet, or ends being so, ms since 1970; nothing when neither comes. */
export const nextQuietChange = (hours: QuietHours, zone: string, at: number): number | null =>
  hours.on ? nextChange(asHours(hours, zone), at) : null

const midnight = 1440

/** The quiet of a night is two openings, one for each day. */
function asHours({ from, to, days }: QuietHours, zone: string): OfficeHours {
  const week = Array.from({ length: 7 }, (_, day): Opening[] => {
    const begins = days.includes(day)
    const goesOn = from >= to && days.includes((day + 6) % 7)
    return [
      ...(goesOn && to > 0 ? [{ from: 0, to }] : []),
      ...(begins ? [{ from, to: from < to ? to : midnight }] : []),
    ]
  })
  return { zone, week, holidays: [] }
}
