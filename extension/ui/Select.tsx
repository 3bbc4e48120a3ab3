import { useId } from 'preact/hooks'
import { describedBy, FieldNotes } from './FieldNotes.tsx'
import './Select.css'

interface Props<K extends string> {
  readonly label: string
  readonly value: K
  /** What can be chosen, with its words. */
  readonly options: Readonly<Record<K, string>>
  readonly onValue: (value: K) => void
  readonly hint?: string | undefined
}

/** One of several, in little space. */
export function Select<K extends string>({ label, value, options, onValue, hint }: Props<K>) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input select"
        value={value}
        {...describedBy({ id, hint })}
        onChange={(event) => onValue(event.currentTarget.value as K)}
      >
        {optionsOf(options)}
      </select>
      <FieldNotes id={id} hint={hint} />
    </div>
  )
}

/** The options of a select, in the order of their record. */
export const optionsOf = (options: Readonly<Record<string, string>>) =>
  Object.entries(options).map(([key, words]) => (
    <option key={key} value={key}>
      {words}
    </option>
  ))
