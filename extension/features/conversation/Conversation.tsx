import { useEffect, useRef, useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { command } from '../../core/request.ts'
import { partnerName } from '../../i18n/partner-name.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { AskFirst } from './AskFirst.tsx'
import { ConversationFoot } from './ConversationFoot.tsx'
import { ConversationTop } from './ConversationTop.tsx'
import { EndChat } from './EndChat.tsx'
import { EndsSoon } from './EndsSoon.tsx'
import { Invited } from './Invited.tsx'
import { Log } from './Log.tsx'
import { MissingChat } from './MissingChat.tsx'
import { mayMove } from './may-move.ts'
import { useAttention } from './use-attention.ts'
import { useConversation } from './use-conversation.ts'
import { useMissingChat } from './use-missing-chat.ts'
import './Conversation.css'

interface Props {
  readonly chat: ChatKey
  readonly accounts: readonly AccountRow[]
  readonly canPopOut: boolean
  /** The agent took it, from here. */
  readonly onAccepted: () => void
  readonly onBack: () => void
}

const pageSize = 100

/** One chat, whole: header, log, composer. Give it a `key` per chat. */
export function Conversation({ chat, accounts, canPopOut, onAccepted, onBack }: Props) {
  const [limit, setLimit] = useState(pageSize)
  const [asks, setAsks] = useState<'end' | 'leave' | GroupRow | null>(null)
  const view = useConversation(chat, limit)
  useAttention(view?.row, view?.lastSeq ?? 0)
  const wasThere = useRef(false)
  if (view) wasThere.current = true
  const isGone = view === null && wasThere.current
  useEffect(() => {
    if (isGone) onBack()
  }, [isGone])
  const problem = useMissingChat(chat, view === null && !wasThere.current)
  if (!view) return <MissingChat problem={problem} onBack={onBack} />

  const { row, underWay } = view
  const { accountId, chatId, chat: talk } = row
  const name = partnerName(row)
  const isTaken = talk.phase !== 'waiting'
  const canGo = row.list === 'mine' && !view.start && !underWay.has('endChat') && !underWay.has('leaveChat')
  const goesBack = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onBack()
  }
  const keep = () => setAsks(null)
  const end = (note: string) => {
    keep()
    void attempt(command('end-chat', { accountId, chatId, ...(note && { note }) }))
  }
  const leave = () => {
    keep()
    void attempt(command('leave-chat', { accountId, chatId }))
  }
  const canMove = mayMove(view)
  const move = ({ groupId }: GroupRow) => {
    keep()
    void attempt(command('move-chat', { accountId, chatId, groupId }))
  }
  return (
    <section class="conversation" aria-label={name} onKeyDown={goesBack}>
      <ConversationTop
        view={view}
        account={accounts.length > 1 ? view.account : undefined}
        canPopOut={canPopOut}
        onBack={onBack}
        onEnd={canGo && !asks ? () => setAsks('end') : undefined}
        onLeave={canGo && !talk.to && !asks ? () => setAsks('leave') : undefined}
        onMove={canMove && !asks ? (isTaken ? setAsks : move) : undefined}
      />
      {asks === 'end' && canGo && isTaken && <EndChat visitor={name} onEnd={end} onKeep={keep} />}
      {asks === 'end' && canGo && !isTaken && (
        <AskFirst
          question={texts.team.withdrawQuestion(name)}
          action={texts.team.withdraw}
          onAct={() => end('')}
          onKeep={keep}
        />
      )}
      {asks === 'leave' && canGo && (
        <AskFirst
          question={texts.conversation.leaveQuestion(name, talk.agents.length > 1)}
          action={texts.conversation.leave}
          onAct={leave}
          onKeep={keep}
        />
      )}
      {typeof asks === 'object' && asks && canMove && (
        <AskFirst
          question={texts.moving.question(asks.name, name)}
          action={texts.moving.move}
          onAct={() => move(asks)}
          onKeep={keep}
        />
      )}
      <EndsSoon chat={talk} />
      <Invited chat={talk} />
      <Log view={view} onEarlier={() => setLimit(limit + pageSize)} />
      <ConversationFoot view={view} onAccepted={onAccepted} />
    </section>
  )
}
