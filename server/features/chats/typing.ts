import type { Actor } from '#shared/contract/actors.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import { isParticipant } from '../../domain/chats/may-see.ts'
import { refused } from '../../domain/refused.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import { participantChannels } from './audience.ts'
import type { ChatQueries } from './queries.ts'

export type Typing = ReturnType<typeof createTyping>

/** Passes on that somebody types (W26). Never stored; who it is comes from the session, not from the sender's word. */
export const createTyping = (queries: ChatQueries, publisher: Publisher) => ({
  async signal(chatId: ChatId, actor: Actor, typing: boolean): Promise<void> {
    const chat = await queries.chat(chatId)
    if (!chat || !isParticipant(actor, chat)) throw refused('not-found', 'You are not in this chat.')
    if (chat.phase === 'ended') throw refused('chat-ended', 'This chat has ended.')
    const signal: Signal = { type: 'typing', chatId, actor, typing }
    await publisher.publish(participantChannels(chat), realtimeEvents.signal, signal)
  },
})
