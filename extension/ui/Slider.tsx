import { useId } from 'preact/hooks'
import './Field.css'
import './Slider.css'

interface Props {
  readonly label: string
  /** 0 to 1. */
  readonly value: number
  readonly onValue: (value: number) => void
  readonly hint?: string | undefined
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent' })

/** A share of a whole, from nothing to all. */
export function Slider({ label, value, onValue, hint }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class="slider"
        type="range"
        id={id}
        min={0}
        max={1}
        step={0.05}
        value={value}
        aria-valuetext={percent.format(value)}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint ?? percent.format(value)}
      </p>
    </div>
  )
}
