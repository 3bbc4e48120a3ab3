import { expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import { erasedEvent } from '#shared/domain/chat/erase.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { type AccountId, db } from '../../../extension/core/db.ts'
import { createFeedStore } from '../../../extension/core/feed-store.ts'
import { queueCommand } from '../../../extension/core/queue-command.ts'
import { emptyDatabase } from './empty-database.ts'

const me: Actor = { kind: 'agent', id: 'ana' as ActorId, name: 'Ana' }
const maria: Actor = { kind: 'visitor', id: 'maria' as ActorId, name: 'Maria Quist' }
const accountId = 'account' as AccountId
const [chatId, other] = [crypto.randomUUID(), crypto.randomUUID()] as [ChatId, ChatId]
const page = { url: 'https://shop.example/zebra', title: 'Zebra' }

emptyDatabase()

const happened = (stream: StreamId, ...told: [Actor, ChatEvent][]): StoredEvent[] =>
  told.map(([actor, event], i) => ({ stream, seq: i + 1, at: 1_000 * (i + 1), actor, clientId: null, event }))
const begun = (id: ChatId) =>
  happened(
    chatStream(id),
    [
      maria,
      {
        type: 'chat-requested',
        visitor: { id: maria.id, name: maria.name },
        page,
        language: 'en',
        description: 'a zebra',
      },
    ],
    [me, { type: 'chat-accepted', agent: { id: me.id, name: me.name } }],
    [maria, { type: 'message-sent', text: 'my zebra is ill' }],
    [me, { type: 'chat-ended', outcome: 'completed' }],
    [maria, { type: 'visitor-erased' }],
  )

test('W31, S9: with the event goes all that this browser had of the visitor, and nothing of anybody else', async () => {
  const store = createFeedStore(accountId, me.id)
  const [erased, theirs] = [begun(chatId), begun(other).slice(0, 4)]
  const note = happened(internalStream(chatId), [me, { type: 'closing-note-set', text: 'asked for a zebra' }])
  await store.append(chatStream(chatId), erased.slice(0, 4))
  await store.append(internalStream(chatId), note)
  await store.append(chatStream(other), theirs)
  await queueCommand(accountId, chatId, { operation: 'sendMessage', text: 'About your zebra' })
  await db.drafts.put({ accountId, chatId, text: 'Dear Maria Quist' })
  const notice = { type: 'refused' as const, visitor: 'Maria Quist', message: 'Zebra' }
  await db.notices.put({ id: 'n', accountId, chatId, at: 1, notice })
  await db.alerts.put({ id: `reply/${accountId}/${chatId}`, version: 1, text: 'my zebra is ill' })
  await db.alerts.put({ id: `reply/${accountId}/${other}`, version: 1, text: 'kept' })
  await db.visits.put({ accountId, visitorId: maria.id, seen: null, chats: 1, ahead: 0, answeredAt: 1 })

  const told = [{ ...erased[4], clientId: 'c' as ClientId } as StoredEvent]
  await store.append(chatStream(chatId), told)

  const everything = async () => {
    const rows = await Promise.all(db.tables.map((table) => table.toArray()))
    return rows.flat().filter((row) => JSON.stringify(row).includes(chatId) || row.visitorId === maria.id)
  }
  expect(JSON.stringify(await everything())).not.toMatch(/zebra|Quist/i)
  // The copy equals one that is made afterwards, of what the server has then.
  const row = await db.chats.get([accountId, chatId])
  expect(row?.chat).toEqual(foldChat([...erased.slice(0, 4), ...told].map(erasedEvent), note.map(erasedEvent)))
  expect(row).toMatchObject({ list: 'ended', chat: { erased: true, visitor: { name: '' } } })
  expect((await db.events.toArray()).filter((one) => one.chatId === other)).toHaveLength(4)
  expect((await db.chats.get([accountId, other]))?.chat.visitor.name).toBe('Maria Quist')
  expect(await db.alerts.toArray()).toMatchObject([{ text: 'kept' }])

  const before = await everything()
  await store.append(chatStream(chatId), told)
  expect(await everything()).toEqual(before)
})
