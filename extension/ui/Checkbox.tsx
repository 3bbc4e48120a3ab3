import { useId } from 'preact/hooks'
import './Checkbox.css'

interface Props {
  readonly label: string
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
  /** What it means as it is now. */
  readonly hint: string
}

/** Something that is so, or not. */
export function Checkbox({ label, checked, onChecked, hint }: Props) {
  const id = useId()
  return (
    <div class="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
