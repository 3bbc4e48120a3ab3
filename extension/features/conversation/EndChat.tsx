import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../i18n/texts.ts'
import { AskFirst } from './AskFirst.tsx'
import { NoteField } from './NoteField.tsx'

interface Props {
  readonly visitor: string
  /** @param note what the team should know; empty for nothing */
  readonly onEnd: (note: string) => void
  readonly onKeep: () => void
}

const t = texts.conversation

/** Asks before a chat is ended, and for its closing note (A24). */
export function EndChat({ visitor, onEnd, onKeep }: Props) {
  const [note, setNote] = useState('')
  return (
    <AskFirst
      question={t.endQuestion(visitor)}
      action={t.end}
      canAct={note.length <= limits.note}
      onAct={() => onEnd(note.trim())}
      onKeep={onKeep}
    >
      <NoteField value={note} onValue={setNote} />
    </AskFirst>
  )
}
