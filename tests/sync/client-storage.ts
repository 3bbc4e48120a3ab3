import type { FeedStore } from '#shared/client/chat-feed.ts'
import type { OutboxItem, OutboxStore } from '#shared/client/outbox.ts'
import type { Actor } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatOf, chatStream, internalStream, isInternal, type StreamId } from '#shared/contract/streams.ts'
import { applyEvent } from '#shared/domain/chat/apply-event.ts'
import { type Chat, takesPart } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'

/** What a browser has on disk: it outlives every page and every worker. */
export interface ClientStorage {
  readonly me: Actor
  logId: string | null
  readonly streams: Map<StreamId, StoredEvent[]>
  readonly chats: Map<ChatId, Chat>
  outbox: OutboxItem[]
  lastOrder: number
}

export const emptyStorage = (me: Actor): ClientStorage => ({
  me,
  logId: null,
  streams: new Map(),
  chats: new Map(),
  outbox: [],
  lastOrder: 0,
})

/** Takes as long as a disk takes: in between, other pages of the browser get their turn. */
export type Pause = () => Promise<void>

/** Chats that this client resumes: an agent's waiting and own open ones, a visitor's all. */
export function isFollowed(me: Actor, chat: Chat | undefined): boolean {
  if (me.kind === 'visitor') return true
  return chat?.phase === 'waiting' || (chat?.phase === 'active' && takesPart(chat, me.id))
}

/** Forgets the chats that are not resumed any more. */
export function tidyUp({ me, chats, streams }: ClientStorage) {
  for (const stream of [...streams.keys()]) if (!isFollowed(me, chats.get(chatOf(stream)))) streams.delete(stream)
  for (const [id, chat] of [...chats]) if (!isFollowed(me, chat)) chats.delete(id)
}

/** A feed's store as the extension and the widget have it: event, chat and the end of the outbox item in one transaction. */
export function feedStoreOn(disk: ClientStorage, pause: Pause): FeedStore {
  const eventsOf = (stream: StreamId) => disk.streams.get(stream) ?? []
  const cursorOf = (stream: StreamId) => eventsOf(stream).at(-1)?.seq ?? 0
  const whole = (id: ChatId) => foldChat(eventsOf(chatStream(id)), eventsOf(internalStream(id)))
  const put = (id: ChatId, chat: Chat | undefined) => (chat ? disk.chats.set(id, chat) : disk.chats.delete(id))
  const inTransaction = async <T>(work: () => T): Promise<T> => {
    await pause()
    const result = work()
    await pause()
    return result
  }

  return {
    logId: () => inTransaction(() => disk.logId),
    setLogId: (logId) =>
      inTransaction(() => {
        disk.logId = logId
      }),
    cursor: (stream) => inTransaction(() => cursorOf(stream)),
    cursors: () =>
      inTransaction(() => {
        const followed = [...disk.streams.keys()].filter((stream) =>
          isFollowed(disk.me, disk.chats.get(chatOf(stream))),
        )
        return Object.fromEntries(followed.map((stream) => [stream, cursorOf(stream)]))
      }),
    append: (stream, events) =>
      inTransaction(() => {
        const fresh = events.filter(({ seq }) => seq > cursorOf(stream))
        if (!fresh.length) return
        disk.streams.set(stream, [...eventsOf(stream), ...fresh])
        const id = chatOf(stream)
        const before = disk.chats.get(id)
        put(id, before ? fresh.reduce<Chat | undefined>(applyEvent, before) : whole(id))
        const answered = new Set(fresh.flatMap(({ actor, clientId }) => (actor.id === disk.me.id ? [clientId] : [])))
        disk.outbox = disk.outbox.filter((item) => !answered.has(item.clientId))
      }),
    drop: (stream) =>
      inTransaction(() => {
        disk.streams.delete(stream)
        const id = chatOf(stream)
        if (isInternal(stream)) put(id, whole(id))
        else disk.chats.delete(id)
      }),
    dropAll: () =>
      inTransaction(() => {
        disk.streams.clear()
        disk.chats.clear()
      }),
  }
}

export function outboxStoreOn(disk: ClientStorage, pause: Pause): OutboxStore {
  const inTransaction = async <T>(work: () => T): Promise<T> => {
    await pause()
    return work()
  }
  return {
    all: () => inTransaction(() => disk.outbox.toSorted((a, b) => a.order - b.order)),
    add: (item) =>
      inTransaction(() => {
        disk.outbox = [...disk.outbox, item]
      }),
    update: (clientId, change) =>
      inTransaction(() => {
        disk.outbox = disk.outbox.map((item) => (item.clientId === clientId ? { ...item, ...change } : item))
      }),
    remove: (clientId) =>
      inTransaction(() => {
        disk.outbox = disk.outbox.filter((item) => item.clientId !== clientId)
      }),
  }
}
