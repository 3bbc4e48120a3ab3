import { isOpen, nextChange } from '#shared/domain/office-hours/office-hours.ts'
import { texts } from '../../../i18n/texts.ts'
import { clock } from '../../../live/clock.ts'
import { type HoursDraft, hoursOf } from './hours-draft.ts'
import { hoursProblems } from './hours-problems.ts'

const t = texts.administration.hours

/** What these hours mean just now, so that a wrong zone is seen before it is saved. Nothing while they are impossible. */
export function HoursNow({ hours }: { readonly hours: HoursDraft }) {
  const now = Math.floor(clock.value / 60_000) * 60_000
  const possible = Object.keys(hoursProblems(hours)).length === 0 && hoursOf(hours)
  if (!possible) return null
  const { zone: timeZone } = possible
  const time = new Intl.DateTimeFormat(undefined, {
    timeZone,
    weekday: 'short',
    timeStyle: undefined,
    hour: 'numeric',
    minute: '2-digit',
  })
  const change = nextChange(possible, now)
  return (
    <p class="hours-now">
      {t.now(time.format(now), isOpen(possible, now))} {change === null ? t.forGood : t.until(time.format(change))}
    </p>
  )
}
