import { useState } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { IconButton } from '../../../ui/Button.tsx'
import type { Problems } from '../problems.ts'
import { CopyDay } from './CopyDay.tsx'
import type { OpeningDraft } from './hours-draft.ts'
import { Openings } from './Openings.tsx'
import './Week.css'

interface Props {
  readonly week: readonly (readonly OpeningDraft[])[]
  readonly onWeek: (week: readonly (readonly OpeningDraft[])[]) => void
  readonly problems: Problems
}

const t = texts.administration.hours

/** Seven days, each closed or with hours, which can be copied to other days. */
export function Week({ week, onWeek, problems }: Props) {
  const [copied, setCopied] = useState<number | null>(null)
  const put = (days: readonly number[], openings: readonly OpeningDraft[]) =>
    onWeek(week.map((day, i) => (days.includes(i) ? openings : day)))
  return (
    <fieldset class="week">
      <legend>{t.week}</legend>
      {week.map((openings, i) => {
        const day = t.days[i] ?? ''
        return (
          <div class="day" key={day}>
            <span class="name" aria-hidden="true">
              {day}
            </span>
            <Openings
              day={day}
              path={`settings.hours.week.${i}`}
              openings={openings}
              onOpenings={(next) => put([i], next)}
              problems={problems}
            >
              <IconButton
                label={t.copy(day)}
                icon="copy"
                aria-expanded={copied === i}
                onClick={() => setCopied(copied === i ? null : i)}
              />
            </Openings>
            {copied === i && (
              <CopyDay
                day={i}
                onCopy={(days) => {
                  put(days, openings)
                  setCopied(null)
                }}
                onKeep={() => setCopied(null)}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
