import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../i18n/texts.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import './NoteField.css'

interface Props {
  readonly value: string
  readonly onValue: (value: string) => void
}

const t = texts.conversation

/** Where a closing note is written; one that is too long says by how much. */
export function NoteField({ value, onValue }: Props) {
  const over = value.length - limits.note
  return (
    <div class="note-field">
      <TextArea label={t.note} placeholder={t.noteHint} value={value} onValue={onValue} aria-invalid={over > 0} />
      {over > 0 && (
        <p class="error" role="alert">
          {t.tooLong(over)}
        </p>
      )}
    </div>
  )
}
