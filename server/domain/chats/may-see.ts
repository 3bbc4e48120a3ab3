import type { Actor } from '#shared/contract/actors.ts'
import { isInternal, type StreamId } from '#shared/contract/streams.ts'
import { type Chat, takesPart } from '#shared/domain/chat/chat.ts'

/** Agents see every chat, in both its streams, but a chat between two colleagues is theirs alone; visitors see what is shown of their own (S1). */
export const maySeeStream = (actor: Actor, chat: Chat, stream: StreamId) =>
  maySeeChat(actor, chat) && (actor.kind === 'agent' || !isInternal(stream))

/** Whether an actor may know of a chat at all (A14). */
export function maySeeChat({ kind, id }: Actor, chat: Chat): boolean {
  if (kind === 'agent') return !chat.to || chat.to.id === id || takesPart(chat, id)
  return kind === 'visitor' && chat.visitor.id === id
}

/** Those who take part: their receipts and their typing count. */
export const isParticipant = (actor: Actor, chat: Chat) =>
  actor.kind === 'agent' ? takesPart(chat, actor.id) : maySeeChat(actor, chat)
