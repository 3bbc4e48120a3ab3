import { useRef } from 'preact/hooks'
import type { VisitorRow } from '../../core/db.ts'
import { visitorDraft } from '../../core/drafts.ts'
import { startVisitorChat } from '../../core/start-visitor-chat.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { attempt } from '../../live/attempt.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { FirstMessage } from '../chats/FirstMessage.tsx'

interface Props {
  readonly row: VisitorRow
  readonly onStarted: (chat: ChatKey) => void
  readonly onClose: () => void
}

const t = texts.visitors

/** The first message to a visitor (A4): the chat begins with it. */
export function StartChat({ row, onStarted, onClose }: Props) {
  const { accountId, visitorId, seen } = row
  const isSent = useRef(false)
  const send = (text: string) => {
    // The same message twice, by a double click, would be two chats.
    if (isSent.current) return
    isSent.current = true
    void attempt(begin(text))
  }
  const begin = async (text: string) => {
    try {
      onStarted({ accountId, chatId: await startVisitorChat(accountId, seen, text) })
    } catch (error) {
      isSent.current = false
      throw error
    }
  }
  return (
    <FirstMessage
      label={t.firstMessage(visitorName(seen.visitor))}
      draft={{ accountId, chatId: visitorDraft(visitorId) }}
      action={t.start}
      onSend={send}
      onClose={onClose}
    >
      {seen.dot === 'yellow' && <p class="status">{t.away}</p>}
    </FirstMessage>
  )
}
