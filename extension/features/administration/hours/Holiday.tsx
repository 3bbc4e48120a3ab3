import { texts } from '../../../i18n/texts.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Problems } from '../problems.ts'
import { type HolidayDraft, workingDay } from './hours-draft.ts'
import { Openings } from './Openings.tsx'

interface Props {
  /** 1 is the first. */
  readonly position: number
  /** As the contract names it. */
  readonly path: string
  readonly holiday: HolidayDraft
  readonly onHoliday: (holiday: HolidayDraft) => void
  readonly onRemove: () => void
  readonly problems: Problems
}

const t = texts.administration.hours

/** One day out of the week's turn. */
export function Holiday({ position, path, holiday, onHoliday, onRemove, problems }: Props) {
  const { date, name, openings } = holiday
  const called = name.trim() || t.holiday(position)
  return (
    <fieldset class="holiday" aria-label={called}>
      <div class="facts">
        <TextField
          type="date"
          label={t.date}
          value={date}
          onValue={(next) => onHoliday({ ...holiday, date: next })}
          error={problems[`${path}.date`]}
        />
        <TextField
          label={t.holidayName}
          autoComplete="off"
          value={name}
          onValue={(next) => onHoliday({ ...holiday, name: next })}
          error={problems[`${path}.name`]}
        />
        <Select
          label={t.holidayKind}
          options={t.holidayKinds}
          value={openings.length ? 'open' : 'closed'}
          onValue={(kind) => onHoliday({ ...holiday, openings: kind === 'open' ? workingDay : [] })}
        />
        <IconButton label={t.removeHoliday(called)} icon="close" onClick={onRemove} />
      </div>
      {openings.length > 0 && (
        <Openings
          day={called}
          path={`${path}.openings`}
          openings={openings}
          onOpenings={(next) => onHoliday({ ...holiday, openings: next })}
          problems={problems}
        />
      )}
    </fieldset>
  )
}
