import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface TextLineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Said below it; words of what is wrong come in its place. */
  readonly hint?: ComponentChildren
  readonly problem?: string | undefined
  readonly placeholder?: string
  readonly maxLength: number
  /** Written from left to right whatever the language of the page: numbers, addresses, code. */
  readonly isCode?: boolean
  readonly inputMode?: 'email' | 'tel' | 'url' | 'text'
  readonly list?: string
}

/** A line to write into, checked while it is written. */
export function TextLine({ label, value, onChange, hint, problem, isCode, ...input }: TextLineProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir={isCode ? 'ltr' : 'auto'}
        autocomplete="off"
        spellcheck={isCode !== true}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-words`}
        onInput={(event) => onChange(event.currentTarget.value)}
        {...input}
      />
      <p id={`${id}-words`} class={problem ? 'problem' : 'hint'} aria-live="polite">
        {problem ?? hint}
      </p>
    </div>
  )
}
