import type { Actor } from '#shared/contract/actors.ts'
import { isInternal, type StreamId } from '#shared/contract/streams.ts'
import { type Chat, takesPart } from '#shared/domain/chat/chat.ts'
import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'

/**
 * Agents see every chat, in both its streams, but a chat between two colleagues is theirs alone, and none of a preview (G4);
 * visitors see what is shown of their own (S1).
 */
export const maySeeStream = (actor: Actor, chat: Chat, stream: StreamId) =>
  maySeeChat(actor, chat) && (actor.kind === 'agent' || !isInternal(stream))

/** Whether an actor may know of a chat at all (A14, G4). */
export function maySeeChat({ kind, id }: Actor, chat: Chat): boolean {
  if (kind === 'agent' && isOfPreview(id) !== isOfPreview(chat.visitor.id)) return false
  if (kind === 'agent') return !chat.to || chat.to.id === id || takesPart(chat, id)
  return kind === 'visitor' && chat.visitor.id === id
}

/** Those who take part: their receipts and their typing count. */
export const isParticipant = (actor: Actor, chat: Chat) =>
  actor.kind === 'agent' ? takesPart(chat, actor.id) : maySeeChat(actor, chat)
