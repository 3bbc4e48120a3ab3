import type { Person } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { ChatRow } from './db.ts'

/** What it takes to know which side of a chat is this account's agent's. */
export type Sided = Pick<ChatRow, 'chat' | 'isAsker'>

/** Whether an agent is the one who asked a colleague for this chat (A14): then they stand where visitors stand. */
export const asks = (chat: Chat, me: ActorId): boolean => Boolean(chat.to) && chat.visitor.id === me

/** Whom the account's agent talks to: the visitor, or the colleague on the other side. */
export const partnerOf = ({ chat, isAsker }: Sided): Person => (isAsker && chat.to ? chat.to : chat.visitor)

/** Number of the last message that the other side wrote; 0 when there is none. */
export const lastReceived = ({ chat, isAsker }: Sided): number =>
  isAsker ? chat.lastAgentMessage : chat.lastVisitorMessage

/** Whether the other side wrote this. */
export const isReceived = ({ chat, isAsker }: Sided, { event, actor }: StoredEvent): boolean =>
  event.type === 'message-sent' && (actor.id === chat.visitor.id) !== (isAsker === true)

/** Whether the last words are from the account's agent, or their side. */
export const isLastOurs = ({ chat, isAsker }: Sided): boolean =>
  chat.lastMessage?.by === (isAsker ? 'visitor' : 'agent')
