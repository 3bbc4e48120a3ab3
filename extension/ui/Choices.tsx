import { useId } from 'preact/hooks'
import './Choices.css'

interface Props<K extends string> {
  readonly label: string
  readonly value: K
  readonly options: Readonly<Record<K, string>>
  /** What each of them means. */
  readonly hints: Readonly<Record<K, string>>
  readonly onValue: (value: K) => void
}

/** One of a few, each with what it means. */
export function Choices<K extends string>({ label, value, options, hints, onValue }: Props<K>) {
  const id = useId()
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {(Object.keys(options) as K[]).map((key) => (
        <div class="choice" key={key}>
          <input
            type="radio"
            id={`${id}-${key}`}
            name={id}
            checked={key === value}
            aria-describedby={`${id}-${key}-hint`}
            onChange={() => onValue(key)}
          />
          <label for={`${id}-${key}`}>{options[key]}</label>
          <p class="hint" id={`${id}-${key}-hint`}>
            {hints[key]}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
