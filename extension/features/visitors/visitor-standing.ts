import type { ChatRow, VisitorRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import type { ChatKey } from '../chats/chat-key.ts'

/** Whether a visitor can be spoken to. */
export type Standing =
  | { readonly kind: 'free' }
  /** Only who is there can be sent a first message (P4). */
  | { readonly kind: 'away' }
  /** `chat`: when this browser has it, so that it can be opened. `joinable`: that colleagues are in, and I am not. */
  | {
      readonly kind: 'in-chat'
      readonly words: string
      readonly chat: ChatKey | null
      readonly joinable: ChatKey | null
    }

const t = texts.visitors

/** @param chat the chat that they are in, when this browser has it: it knows sooner than the list */
export function standingOf({ accountId, seen }: VisitorRow, chat: ChatRow | null): Standing {
  if (chat && chat.chat.phase !== 'ended') return inChat(chat)
  const hasEnded = chat !== null && chat.chatId === seen.chatId
  if (seen.chatId && !hasEnded) {
    const isAsked = seen.dot === 'pink'
    const joinable = isAsked ? null : { accountId, chatId: seen.chatId }
    return { kind: 'in-chat', words: isAsked ? t.asked : t.inChat, chat: null, joinable }
  }
  return { kind: seen.dot === 'green' ? 'free' : 'away' }
}

function inChat(row: ChatRow): Standing {
  const canOpen = row.list === 'mine' || row.list === 'waiting' || row.list === 'observed'
  const isJoinable = row.list === 'gone' && row.chat.phase === 'active' && row.chat.invitation !== 'asked'
  return { kind: 'in-chat', words: wordsOf(row), chat: canOpen ? row : null, joinable: isJoinable ? row : null }
}

function wordsOf({ chat, list }: ChatRow): string {
  if (chat.invitation === 'asked') return t.asked
  if (list === 'mine') return t.inMyChat
  if (list === 'waiting') return t.waits
  const [agent] = chat.agents
  return agent ? t.inChatWith(agent.name) : t.inChat
}
