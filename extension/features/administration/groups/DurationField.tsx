import { useId } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { describedBy, FieldNotes } from '../../../ui/FieldNotes.tsx'
import { optionsOf } from '../../../ui/Select.tsx'
import './DurationField.css'
import { type Duration, type TimeSetting, unitsOf } from './duration.ts'

interface Props {
  readonly label: string
  readonly setting: TimeSetting
  readonly value: Duration
  readonly onValue: (value: Duration) => void
  /** What it is called when there is no such time, where that can be. */
  readonly none?: string
  readonly hint?: string
  readonly error?: string | undefined
}

const t = texts.administration.duration

/** A length of time: a number and its unit. */
export function DurationField({ label, setting, value, onValue, none, hint, error }: Props) {
  const id = useId()
  const units = Object.fromEntries(unitsOf(setting, value).map((unit) => [unit, t.units[unit]]))
  const isNone = value.unit === 'none'
  return (
    <div class="field">
      <label for={isNone ? `${id}-unit` : id}>{label}</label>
      <div class="duration">
        {!isNone && (
          <input
            {...describedBy({ id, hint, error })}
            id={id}
            class="input"
            inputMode="decimal"
            autoComplete="off"
            value={value.amount}
            onInput={(event) => onValue({ ...value, amount: event.currentTarget.value })}
          />
        )}
        <select
          class="input select"
          id={`${id}-unit`}
          {...(!isNone && { 'aria-label': t.unitOf(label) })}
          value={value.unit}
          onChange={(event) => {
            const unit = event.currentTarget.value as Duration['unit']
            onValue({ unit, amount: unit === 'none' ? value.amount : value.amount || '10' })
          }}
        >
          {optionsOf({ ...units, ...(none && { none }) })}
        </select>
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}
