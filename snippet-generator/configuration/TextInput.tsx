import { useId } from 'preact/hooks'
import { directionOf, type Language } from '#shared/i18n/languages.ts'
import { LONGEST_TEXT } from '../bounds.ts'
import type { TextField } from './text-fields.ts'

/**
 * @param parts.otherwise what the widget says while it is empty
 * @param parts.language it is written in; empty: in any
 */
export function TextInput(parts: {
  field: TextField
  otherwise: string
  language: Language | ''
  value: string
  onChange: (text: string) => void
}) {
  const id = useId()
  const { field, otherwise, language } = parts
  const shared = {
    id,
    // By the text that is there; what is not written yet has the language's own.
    dir: language && parts.value === '' ? directionOf(language) : 'auto',
    autocomplete: 'off',
    maxLength: LONGEST_TEXT,
    placeholder: otherwise,
    value: parts.value,
    ...(language && { lang: language }),
  } as const
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      {otherwise.length > LONGEST_LINE ? (
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
