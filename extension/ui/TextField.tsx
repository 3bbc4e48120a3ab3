import type { ComponentProps, Ref } from 'preact'
import { useId } from 'preact/hooks'
import './Field.css'
import { Icon } from './Icon.tsx'

interface Props extends Omit<ComponentProps<'input'>, 'onInput' | 'ref' | 'id' | 'label'> {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly hint?: string | undefined
  /** What is wrong and what to do; read out when it appears, and with the field. */
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text with its label above, and hint or error below. */
export function TextField({ label, value, onValue, hint, error, inputRef, ...rest }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...rest}
        {...(inputRef && { ref: inputRef })}
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
