import type { FeedStore } from '#shared/client/chat-feed.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { chatOf, chatStream, internalStream, isInternal, type StreamId } from '#shared/contract/streams.ts'
import { applyEvent } from '#shared/domain/chat/apply-event.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { chatRow } from './chat-row.ts'
import { type AccountId, type ChatRow, db } from './db.ts'
import { eraseCopy, erasedTables } from './erase-copy.ts'
import { ofAccount } from './of-account.ts'
import { putChatRow } from './put-chat-row.ts'

/**
 * One account's copy of its streams in Dexie. An event, the chat it makes, the unread count and the end of the outbox item that it
 * answers are one transaction, so that no surface sees one without the other.
 * @param me the account's agent
 */
export function createFeedStore(accountId: AccountId, me: ActorId): FeedStore {
  const ofStream = (stream: StreamId) =>
    db.events
      .where('[accountId+stream+seq]')
      .between([accountId, stream, 0], [accountId, stream, Number.MAX_SAFE_INTEGER])

  const cursor = async (stream: StreamId) => (await db.cursors.get([accountId, stream]))?.seq ?? 0

  async function fold(chatId: ChatId, before: ChatRow | undefined, fresh: readonly StoredEvent[]) {
    if (before) return fresh.reduce<Chat | undefined>(applyEvent, before.chat)
    // The internal stream may have come first: then all of both is folded.
    return foldChat(await ofStream(chatStream(chatId)).toArray(), await ofStream(internalStream(chatId)).toArray())
  }

  async function store(stream: StreamId, fresh: readonly StoredEvent[], last: StoredEvent) {
    const chatId = chatOf(stream)
    await db.events.bulkPut(fresh.map((event) => ({ ...event, accountId, chatId })))
    await db.cursors.put({ accountId, stream, seq: last.seq })
    const before = await db.chats.get([accountId, chatId])
    const chat = await fold(chatId, before, fresh)
    // An event is at most as young as the server's clock: offers seem longer than they are, never shorter.
    if (chat) await putChatRow(chatRow(accountId, chat, me, before, Date.now() - last.at))
    await db.outbox.bulkDelete(fresh.flatMap(({ clientId, actor }) => (clientId && actor.id === me ? [clientId] : [])))
    const wrote = fresh.filter(({ event }) => event.type === 'message-sent')
    await db.typing.bulkDelete(wrote.map(({ actor }) => [accountId, chatId, actor.id]))
  }

  return {
    logId: async () => (await db.accounts.get(accountId))?.logId ?? null,
    async setLogId(logId) {
      await db.accounts.update(accountId, { logId })
    },
    cursor,
    async cursors() {
      const open = await db.chats
        .where('[accountId+list]')
        .anyOf([
          [accountId, 'waiting'],
          [accountId, 'mine'],
          [accountId, 'observed'],
        ])
        .toArray()
      const streams = open.flatMap(({ chatId }) => [chatStream(chatId), internalStream(chatId)])
      const rows = await db.cursors.bulkGet(streams.map((stream) => [accountId, stream]))
      return Object.fromEntries(rows.flatMap((row) => (row ? [[row.stream, row.seq]] : [])))
    },
    append(stream, events) {
      const erases = events.some(({ event }) => event.type === 'visitor-erased')
      const tables = [db.events, db.cursors, db.chats, db.outbox, db.typing, ...(erases ? erasedTables : [])]
      return db.transaction('rw', [...new Set(tables)], async () => {
        const held = await cursor(stream)
        const fresh = events.filter(({ seq }) => seq > held)
        const last = fresh.at(-1)
        if (last) await store(stream, fresh, last)
        if (erases) await eraseCopy(accountId, chatOf(stream))
      })
    },
    drop: (stream) =>
      db.transaction('rw', [db.events, db.cursors, db.chats, db.receipts], async () => {
        await ofStream(stream).delete()
        await db.cursors.delete([accountId, stream])
        const chatId = chatOf(stream)
        if (!isInternal(stream)) {
          await db.chats.delete([accountId, chatId])
          await db.receipts
            .where('[accountId+chatId+actorId]')
            .between([accountId, chatId], [accountId, chatId, []])
            .delete()
          return
        }
        const before = await db.chats.get([accountId, chatId])
        const chat = before && foldChat(await ofStream(chatStream(chatId)).toArray())
        if (chat) await putChatRow(chatRow(accountId, chat, me, before))
      }),
    dropAll: () =>
      db.transaction('rw', [db.events, db.cursors, db.chats, db.receipts], async () => {
        await ofAccount(db.events, accountId).delete()
        await ofAccount(db.cursors, accountId).delete()
        await ofAccount(db.chats, accountId).delete()
        await ofAccount(db.receipts, accountId).delete()
      }),
  }
}
