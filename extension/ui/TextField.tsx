import type { ComponentProps } from 'preact'
import { useId } from 'preact/hooks'
import { describedBy, FieldNotes } from './FieldNotes.tsx'

type Attributes = ComponentProps<'input'>

interface Props extends Pick<Attributes, 'autoComplete' | 'autoCapitalize' | 'inputMode' | 'spellcheck' | 'dir'> {
  readonly type?: 'text' | 'password' | 'search' | 'date'
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly hint?: string | undefined
  /** What is wrong and what to do; read out when it appears, and with the field. */
  readonly error?: string | undefined
}

/** One line of text with its label above, and hint or error below. */
export function TextField({ label, value, onValue, hint, error, type = 'text', ...rest }: Props) {
  const id = useId()
  const attributes = { ...rest, type } as Attributes
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...attributes}
        {...describedBy({ id, hint, error })}
        id={id}
        class="input"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}
