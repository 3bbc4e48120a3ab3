import type { ComponentProps } from 'preact'
import { useId } from 'preact/hooks'
import './Field.css'
import { Icon } from './Icon.tsx'

type Attributes = ComponentProps<'input'>

interface Props extends Pick<Attributes, 'autoComplete' | 'autoCapitalize' | 'inputMode' | 'spellcheck' | 'dir'> {
  readonly type?: 'text' | 'password'
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly hint?: string | undefined
  /** What is wrong and what to do; read out when it appears, and with the field. */
  readonly error?: string | undefined
}

/** One line of text with its label above, and hint or error below. */
export function TextField({ label, value, onValue, hint, error, type, ...rest }: Props) {
  const attributes = type === 'password' ? { ...rest, type } : { ...rest, type: 'text' as const }
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...attributes}
        {...(described && { 'aria-describedby': described })}
        id={id}
        class="input"
        value={value}
        aria-invalid={error ? 'true' : 'false'}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  )
}
