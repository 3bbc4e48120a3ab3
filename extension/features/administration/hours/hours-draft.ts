import type { OfficeHours, Opening } from '#shared/contract/office-hours.ts'
import { endMinutesOf, minutesOf, timeFieldOf } from './clock-time.ts'

/** As time fields give them: `09:00`, or nothing while they are half-filled. */
export interface OpeningDraft {
  readonly from: string
  readonly to: string
}
export interface HolidayDraft {
  readonly date: string
  readonly name: string
  /** None: closed. */
  readonly openings: readonly OpeningDraft[]
}

/** Office hours as they are typed. The week is kept while **Always open** is chosen. */
export interface HoursDraft {
  readonly kind: 'always' | 'weekly'
  readonly zone: string
  /** Monday first. */
  readonly week: readonly (readonly OpeningDraft[])[]
  readonly holidays: readonly HolidayDraft[]
}

export const workingDay: readonly OpeningDraft[] = [{ from: '09:00', to: '17:00' }]

/** @param here this browser's zone, for hours that are not there yet */
export function draftHours(hours: OfficeHours | null, here: string): HoursDraft {
  if (!hours) return { kind: 'always', zone: here, week: usualWeek, holidays: [] }
  const holidays = hours.holidays.toSorted((a, b) => a.date.localeCompare(b.date))
  return {
    kind: 'weekly',
    zone: hours.zone,
    week: hours.week.map(draftDay),
    holidays: holidays.map(({ date, name, openings }) => ({ date, name, openings: draftDay(openings) })),
  }
}

/** What is saved of a draft that has no problems. */
export function hoursOf({ kind, zone, week, holidays }: HoursDraft): OfficeHours | null {
  if (kind === 'always') return null
  return {
    zone: zone.trim(),
    week: week.map(dayOf),
    holidays: holidays.map(({ date, name, openings }) => ({ date, name: name.trim(), openings: dayOf(openings) })),
  }
}

const usualWeek = Array.from({ length: 7 }, (_, day) => (day < 5 ? workingDay : []))

const draftDay = (openings: readonly Opening[]): OpeningDraft[] =>
  openings.toSorted((a, b) => a.from - b.from).map(({ from, to }) => ({ from: timeFieldOf(from), to: timeFieldOf(to) }))

const dayOf = (openings: readonly OpeningDraft[]): Opening[] =>
  openings.map(({ from, to }) => ({ from: minutesOf(from) ?? 0, to: endMinutesOf(to) ?? 0 }))
