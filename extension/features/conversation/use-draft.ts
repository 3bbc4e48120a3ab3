import { useEffect, useRef, useState } from 'preact/hooks'
import { readDraft, saveDraft } from '../../core/drafts.ts'
import { useLive } from '../../live/use-live.ts'
import type { ChatKey } from '../chats/chat-key.ts'

/**
 * What is being written in a chat, kept in the database at each change (A34). While this page is not the one being written in, it
 * follows what another page writes. Give the component a `key` per chat.
 * @param isWriting whether the person's cursor is in this page's field
 */
export function useDraft({ accountId, chatId }: ChatKey, isWriting: () => boolean): [string, (text: string) => void] {
  const stored = useLive(() => readDraft(accountId, chatId))
  const [text, setText] = useState('')
  const loaded = useRef(false)

  useEffect(() => {
    if (stored === undefined || (loaded.current && isWriting())) return
    // Somebody faster than the database keeps what they typed.
    setText((typed) => (loaded.current ? stored : typed || stored))
    loaded.current = true
  }, [stored])

  const change = (next: string) => {
    setText(next)
    void saveDraft(accountId, chatId, next)
  }
  return [text, change]
}
