import { useId, useRef } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldNotes } from '../../../ui/FieldNotes.tsx'
import type { Problems } from '../problems.ts'
import { Holiday } from './Holiday.tsx'
import './Holidays.css'
import type { HolidayDraft } from './hours-draft.ts'

interface Props {
  readonly holidays: readonly HolidayDraft[]
  readonly onHolidays: (holidays: readonly HolidayDraft[]) => void
  readonly problems: Problems
}

const t = texts.administration.hours

/** Days on which the week does not count: closed, or open for hours of their own. */
export function Holidays({ holidays, onHolidays, problems }: Props) {
  const id = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const path = 'settings.hours.holidays'
  const add = () => {
    onHolidays([...holidays, { date: '', name: '', openings: [] }])
    requestAnimationFrame(() => [...(root.current?.querySelectorAll<HTMLElement>('[type=date]') ?? [])].at(-1)?.focus())
  }
  const remove = (i: number) => {
    onHolidays(holidays.filter((_, at) => at !== i))
    root.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  return (
    <fieldset class="holidays" ref={root}>
      <legend>{t.holidays}</legend>
      <p class="hint">{t.holidaysHint}</p>
      {holidays.map((holiday, i) => (
        <Holiday
          key={i}
          position={i + 1}
          path={`${path}.${i}`}
          holiday={holiday}
          onHoliday={(next) => onHolidays(holidays.map((one, at) => (at === i ? next : one)))}
          onRemove={() => remove(i)}
          problems={problems}
        />
      ))}
      {problems[path] && (
        <div class="field">
          <FieldNotes id={id} error={problems[path]} />
        </div>
      )}
      <Button icon="plus" data-add="" onClick={add}>
        {t.addHoliday}
      </Button>
    </fieldset>
  )
}
