import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../../i18n/texts.ts'
import { type Problems, problemsOf } from '../problems.ts'
import { endMinutesOf, minutesOf } from './clock-time.ts'
import type { HolidayDraft, HoursDraft, OpeningDraft } from './hours-draft.ts'
import { isZone } from './zones.ts'

const { hours: t, tooLong } = texts.administration

/** Impossible hours, each at its field: the same as the contract refuses, in words for whoever typed them. */
export function hoursProblems({ kind, zone, week, holidays }: HoursDraft): Problems {
  if (kind === 'always') return {}
  return {
    ...(!isZone(zone) && { 'settings.hours.zone': t.unknownZone(zone.trim()) }),
    ...Object.assign({}, ...week.map((day, i) => dayProblems(day, `settings.hours.week.${i}`))),
    ...Object.assign({}, ...holidays.map((_, i) => holidayProblems(holidays, i))),
    ...(holidays.length > limits.holidays && { 'settings.hours.holidays': t.tooManyHolidays(limits.holidays) }),
  }
}

const dayProblems = (day: readonly OpeningDraft[], path: string): Problems =>
  problemsOf(day.map((opening, i) => [`${path}.${i}`, openingProblem(opening, day.slice(0, i))]))

function openingProblem(opening: OpeningDraft, before: readonly OpeningDraft[]): string | undefined {
  const { from, to } = minutes(opening)
  if (from === null || to === null) return t.missingTime
  if (to <= from) return t.endsFirst
  const overlaps = before.map(minutes).some((other) => from < (other.to ?? 0) && (other.from ?? 1440) < to)
  return overlaps ? t.overlaps : undefined
}

function holidayProblems(holidays: readonly HolidayDraft[], i: number): Problems {
  const { date = '', name = '', openings = [] } = holidays[i] ?? {}
  const path = `settings.hours.holidays.${i}`
  const isTwice = holidays.slice(0, i).some((other) => other.date === date)
  return {
    ...(date ? isTwice && { [`${path}.date`]: t.sameDate } : { [`${path}.date`]: t.missingDate }),
    ...(name.trim().length > limits.name && { [`${path}.name`]: tooLong(limits.name) }),
    ...dayProblems(openings, `${path}.openings`),
  }
}

const minutes = ({ from, to }: OpeningDraft) => ({ from: minutesOf(from), to: endMinutesOf(to) })
