import type { Actor } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { chatStream, type StreamId } from '#shared/contract/streams.ts'
import { emptyStorage, feedStoreOn, outboxStoreOn } from '../../sync/client-storage.ts'

export const vera: Actor = { kind: 'visitor', id: 'vera' as ActorId, name: 'Vera' }
export const ada: Actor = { kind: 'agent', id: 'ada' as ActorId, name: 'Ada' }
export const aChatId = () => crypto.randomUUID() as ChatId
export const aClientId = () => crypto.randomUUID() as ClientId

/** A client's storage with the real shapes, and no delay. */
export function aDisk(me = vera) {
  const disk = emptyStorage(me)
  const now = async () => {}
  return { disk, feedStore: feedStoreOn(disk, now), outboxStore: outboxStoreOn(disk, now) }
}

/** The public stream of a chat in which Vera asked and then wrote `messages` messages; from number 1. */
export function aStory(chatId: ChatId, messages: number, word = 'message'): StoredEvent[] {
  const stream: StreamId = chatStream(chatId)
  const page = { url: 'https://shop.example/', title: 'Shop' }
  const visitor = { id: vera.id, name: vera.name }
  const asked = { type: 'chat-requested', visitor, page, language: 'en' } as const
  return Array.from({ length: messages + 1 }, (_, i) => ({
    stream,
    seq: i + 1,
    at: 1_790_000_000_000 + i,
    actor: vera,
    clientId: aClientId(),
    event: i ? ({ type: 'message-sent', text: `${word} ${i}` } as const) : asked,
  }))
}
