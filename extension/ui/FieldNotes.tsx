import './Field.css'
import { Icon } from './Icon.tsx'

interface Props {
  /** Of the field: its notes are called after it. */
  readonly id: string
  readonly hint?: string | undefined
  /** What is wrong and what to do; read out when it appears, and with the field. */
  readonly error?: string | undefined
}

/** What stands below a field. */
export const FieldNotes = ({ id, hint, error }: Props) => (
  <>
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
  </>
)

/** The attributes that tie a field to its notes. */
export function describedBy({ id, hint, error }: Props) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), 'aria-invalid': error ? ('true' as const) : ('false' as const) }
}
