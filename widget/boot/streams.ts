import type { FeedStore } from '#shared/client/chat-feed.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatOf, type StreamId } from '#shared/contract/streams.ts'
import type { Keep } from './keep.ts'

export interface Streams extends FeedStore {
  events(stream: StreamId): readonly StoredEvent[]
}

/** The visitor's copy of their chats (S5–S7), and the end of every command whose event came back (S8). */
export function createStreams(keep: Keep, onChange: () => void, onProposed: (id: ChatId) => void = () => {}): Streams {
  const cache = new Map<string, StoredEvent[]>()
  keep.onChange((key) => {
    if (key === null) cache.clear()
    else cache.delete(key)
  })

  const held = (key: string) => {
    const events = cache.get(key) ?? keep.get<StoredEvent[]>(key) ?? []
    cache.set(key, events)
    return events
  }
  const lastOf = (key: string) => held(key).at(-1)?.seq ?? 0
  const forget = (key: string) => {
    cache.delete(key)
    keep.remove(key)
  }

  return {
    events: (stream) => held(prefix + stream),
    logId: async () => keep.get('log'),
    setLogId: async (logId) => keep.set('log', logId),
    cursor: async (stream) => lastOf(prefix + stream),
    cursors: async () =>
      Object.fromEntries(keep.keys(prefix).map((key) => [key.slice(prefix.length), lastOf(key)])) as Record<
        StreamId,
        number
      >,
    async append(stream, events) {
      const key = prefix + stream
      const last = lastOf(key)
      const all = [...held(key), ...events.filter(({ seq }) => seq > last)]
      cache.set(key, all)
      keep.set(key, all)
      for (const { clientId, event } of events) {
        keep.remove(`outbox:${clientId}`)
        if (event.type === 'chat-proposed') onProposed(chatOf(stream))
      }
      onChange()
    },
    async drop(stream) {
      forget(prefix + stream)
      onChange()
    },
    async dropAll() {
      for (const key of keep.keys(prefix)) forget(key)
      onChange()
    },
  }
}

const prefix = 'events:'
