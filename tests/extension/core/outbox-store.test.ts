import { expect, test } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { createOutbox, type OutboxItem } from '#shared/client/outbox.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import { type AccountId, db } from '../../../extension/core/db.ts'
import { createOutboxStore } from '../../../extension/core/outbox-store.ts'
import { queueCommand } from '../../../extension/core/queue-command.ts'
import { aChat, anAccount } from '../../support/desk-data.ts'
import { emptyDatabase } from './empty-database.ts'

emptyDatabase()

const account = anAccount()
const chatId = crypto.randomUUID() as ChatId

test('S8: commands leave in the order in which they were given, over all restarts of the worker', async () => {
  for (const text of ['one', 'two', 'three']) await queueCommand(account.id, chatId, { operation: 'sendMessage', text })
  const sent: string[] = []
  const first = anOutbox(async (item) => {
    if (sent.length === 1) throw new ApiError(0, null, 'no answer')
    sent.push(textOf(item))
  })
  await first.kick()
  expect(sent).toEqual(['one'])

  // The worker dies here: nothing but the database goes on.
  await queueCommand(account.id, chatId, { operation: 'sendMessage', text: 'four' })
  await db.outbox.toCollection().modify({ nextTryAt: 0 })
  const second = anOutbox(async (item) => void sent.push(textOf(item)))
  await second.kick()
  expect(sent).toEqual(['one', 'two', 'three', 'four'])
  expect(await db.outbox.count()).toBe(0)
})

test('A5: an account’s outbox holds its own commands alone', async () => {
  await queueCommand(account.id, chatId, { operation: 'sendMessage', text: 'mine' })
  await queueCommand('other' as AccountId, chatId, { operation: 'sendMessage', text: 'theirs' })
  expect((await createOutboxStore(account.id, account.agent.id).all()).map(textOf)).toEqual(['mine'])
})

test('R3: an Accept that came second becomes a notice that names who was first', async () => {
  const { row } = await aWaitingChat()
  await queueCommand(account.id, row.chatId, { operation: 'acceptChat' })
  const bens = { id: 'ben' as ActorId, name: 'Ben' }
  await refusing(refuse('already-accepted', 'Ben has taken this chat.', { acceptedBy: bens })).kick()
  expect(await notices()).toEqual([{ type: 'taken-by-other', visitor: row.chat.visitor.name, agent: 'Ben' }])
  expect(await db.outbox.count()).toBe(0)
})

test('R3: an Accept that came second to my own, on another device, is no news', async () => {
  const { row } = await aWaitingChat()
  await queueCommand(account.id, row.chatId, { operation: 'acceptChat' })
  await refusing(refuse('already-accepted', 'You have taken this chat.', { acceptedBy: account.agent })).kick()
  expect(await notices()).toEqual([])
  expect(await db.outbox.count()).toBe(0)
})

test('A39: a refused message comes back with its text, and goes when it is tried again', async () => {
  const { row } = await aWaitingChat()
  const clientId = await queueCommand(account.id, row.chatId, { operation: 'sendMessage', text: 'My long answer' })
  const ended = refuse('chat-ended', 'This chat has ended. What you wrote was not sent.')
  await refusing(ended).kick()
  const visitor = row.chat.visitor.name
  expect(await notices()).toEqual([{ type: 'not-sent', visitor, message: ended.message, text: 'My long answer' }])
  expect(await db.outbox.get(clientId)).toMatchObject({ refusal: ended, command: { text: 'My long answer' } })

  await anOutbox(async () => {}).retry(clientId)
  expect(await notices()).toEqual([])
  expect(await db.outbox.count()).toBe(0)
})

test('A1: a Decline of what is over already is no news', async () => {
  const { row } = await aWaitingChat()
  await queueCommand(account.id, row.chatId, { operation: 'declineChat' })
  await refusing(refuse('chat-ended', 'This chat has ended.')).kick()
  expect(await notices()).toEqual([])
  expect(await db.outbox.count()).toBe(0)
})

function anOutbox(send: (item: OutboxItem) => Promise<void>) {
  return createOutbox({
    store: createOutboxStore(account.id, account.agent.id),
    async send(item) {
      await send(item)
      return { logId: 'log', events: [], lastSeq: 0 }
    },
    deliver: async () => {},
    wakeIn: () => {},
    now: Date.now,
    random: () => 0,
  })
}

const refusing = (refusal: Refusal) =>
  anOutbox(async () => {
    throw new ApiError(409, refusal, refusal.message)
  })

async function aWaitingChat() {
  const [row] = aChat({ account }).rows().chats
  if (!row) throw new Error('A chat has a row')
  await db.chats.put(row)
  return { row }
}

const notices = async () => (await db.notices.toArray()).map(({ notice }) => notice)
const textOf = ({ command }: OutboxItem) => ('text' in command ? command.text : '')
