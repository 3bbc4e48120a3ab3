import { useEffect, useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { ConversationFoot } from './ConversationFoot.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { EndChat } from './EndChat.tsx'
import { Log } from './Log.tsx'
import { useAttention } from './use-attention.ts'
import { useConversation } from './use-conversation.ts'
import './Conversation.css'

interface Props {
  readonly chat: ChatKey
  readonly accounts: readonly AccountRow[]
  readonly canPopOut: boolean
  readonly onBack: () => void
}

const pageSize = 100

/** One chat, whole: header, log, composer. Give it a `key` per chat. */
export function Conversation({ chat, accounts, canPopOut, onBack }: Props) {
  const [limit, setLimit] = useState(pageSize)
  const [asksEnd, setAsksEnd] = useState(false)
  const view = useConversation(chat, limit)
  useAttention(view?.row, view?.lastSeq ?? 0)
  const isGone = view === null
  useEffect(() => {
    if (isGone) onBack()
  }, [isGone])
  if (!view) return <Loading label={texts.chats.loading} />

  const { row, underWay } = view
  const canEnd = row.list === 'mine' && !underWay.has('endChat')
  const goesBack = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onBack()
  }
  const end = () => {
    setAsksEnd(false)
    void attempt(command('end-chat', { accountId: row.accountId, chatId: row.chatId }))
  }
  return (
    <section class="conversation" aria-label={row.chat.visitor.name} onKeyDown={goesBack}>
      <ConversationHeader
        view={view}
        account={accounts.length > 1 ? view.account : undefined}
        canPopOut={canPopOut}
        onBack={onBack}
        onEnd={canEnd && !asksEnd ? () => setAsksEnd(true) : undefined}
      />
      {asksEnd && canEnd && <EndChat visitor={row.chat.visitor.name} onEnd={end} onKeep={() => setAsksEnd(false)} />}
      <Log view={view} onEarlier={() => setLimit(limit + pageSize)} />
      <ConversationFoot view={view} />
    </section>
  )
}
