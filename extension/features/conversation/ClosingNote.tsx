import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'
import { isMe } from './log-entries.ts'
import { NoteField } from './NoteField.tsx'
import type { ConversationView } from './use-conversation.ts'
import './ClosingNote.css'

const t = texts.conversation

/** What the team should know of a chat that has ended (A24): read by all in it, written by whoever ended it (H6). */
export function ClosingNote({ view }: { readonly view: ConversationView }) {
  const { row, me, underWay } = view
  const { accountId, chatId, chat } = row
  const [text, setText] = useState<string | null>(null)
  const note = chat.closingNote ?? ''
  const isMine = chat.phase === 'ended' && isMe({ id: chat.endedBy }, me)

  if (underWay.has('setClosingNote'))
    return (
      <p class="words" role="status">
        {t.savingNote}
      </p>
    )
  if (text === null)
    return (
      <>
        {note && (
          <p class="closing-note">
            <strong>{t.note}:</strong> <bdi>{note}</bdi>
          </p>
        )}
        {isMine && <Button onClick={() => setText(note)}>{note ? t.changeNote : t.addNote}</Button>}
      </>
    )
  const save = () => {
    setText(null)
    if (text.trim() !== note) void attempt(command('set-closing-note', { accountId, chatId, text: text.trim() }))
  }
  return (
    <fieldset class="closing-note" aria-label={t.note}>
      <NoteField value={text} onValue={setText} />
      <Button look="primary" disabled={text.length > limits.note} onClick={save}>
        {t.saveNote}
      </Button>
      <Button onClick={() => setText(null)}>{texts.accounts.cancel}</Button>
    </fieldset>
  )
}
