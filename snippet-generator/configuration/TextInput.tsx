import { useId } from 'preact/hooks'
import { LONGEST_TEXT } from '../bounds.ts'
import type { TextField } from './text-fields.ts'

export function TextInput(parts: { field: TextField; value: string; onChange: (text: string) => void }) {
  const id = useId()
  const { label, ours } = parts.field
  const shared = {
    id,
    dir: 'auto',
    autocomplete: 'off',
    maxLength: LONGEST_TEXT,
    placeholder: ours,
    value: parts.value,
  } as const
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {ours.length > LONGEST_LINE ? (
        <textarea {...shared} rows={2} onInput={(event) => parts.onChange(inOneLine(event.currentTarget.value))} />
      ) : (
        <input {...shared} type="text" onInput={(event) => parts.onChange(event.currentTarget.value)} />
      )}
    </div>
  )
}

/** Characters that a field shows at once on a wide screen. */
const LONGEST_LINE = 60

const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
