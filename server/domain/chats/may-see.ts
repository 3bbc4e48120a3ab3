import type { Actor } from '#shared/contract/actors.ts'
import { isInternal, type StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'

/** Agents see every chat, in both its streams; visitors what is shown of their own (S1). */
export const maySeeStream = (actor: Actor, chat: Chat, stream: StreamId) =>
  maySeeChat(actor, chat) && (actor.kind === 'agent' || !isInternal(stream))

const maySeeChat = (actor: Actor, chat: Chat) =>
  actor.kind === 'agent' || (actor.kind === 'visitor' && chat.visitor.id === actor.id)

/** Those who take part: their receipts and their typing count. */
export const isParticipant = (actor: Actor, chat: Chat) =>
  actor.kind === 'agent' ? chat.agents.some((agent) => agent.id === actor.id) : maySeeChat(actor, chat)
