import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { OfferEnd, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import { type AccountId, type ChatRow, db } from '../../../extension/core/db.ts'
import { createFeedStore } from '../../../extension/core/feed-store.ts'
import { queueCommand } from '../../../extension/core/queue-command.ts'
import { emptyStorage, feedStoreOn } from '../../sync/client-storage.ts'
import { emptyDatabase } from './empty-database.ts'

const me: Actor = { kind: 'agent', id: 'ana' as ActorId, name: 'Ana' }
const other: Actor = { kind: 'agent', id: 'ben' as ActorId, name: 'Ben' }
const maria: Actor = { kind: 'visitor', id: 'maria' as ActorId, name: 'Maria' }
const accountId = 'account' as AccountId
const chatIds = [crypto.randomUUID(), crypto.randomUUID()] as ChatId[]
const [chatId] = chatIds as [ChatId]

emptyDatabase()

test('S5: events, chats and numbers in Dexie are those of the model, whatever comes in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 30 }), async (steps) => {
      await Promise.all(db.tables.map((table) => table.clear()))
      const disk = emptyStorage(me)
      const model = feedStoreOn(disk, async () => {})
      const store = createFeedStore(accountId, me.id)
      for (const step of steps) {
        if (step.type === 'append') {
          const cursor = await model.cursor(step.stream)
          const events = step.events.map((event, i) => ({
            ...event,
            stream: step.stream,
            seq: Math.max(1, cursor + 1 - step.overlap) + i,
          }))
          await model.append(step.stream, events)
          await store.append(step.stream, events)
        } else if (step.type === 'drop') {
          await model.drop(step.stream)
          await store.drop(step.stream)
        } else {
          await model.dropAll()
          await store.dropAll()
        }
      }
      expect(await store.cursors()).toEqual(await model.cursors())
      for (const stream of streams) expect(await store.cursor(stream)).toBe(await model.cursor(stream))
      const chats = (await db.chats.toArray()).map(({ chat }) => [chat.id, chat] as const)
      expect(new Map(chats)).toEqual(disk.chats)
      expect(await db.events.count()).toBe([...disk.streams.values()].flat().length)
    }),
    { numRuns: 150 },
  )
})

test('A43: unread counts what the visitor wrote in my chats, and nothing in anybody else’s', async () => {
  const store = createFeedStore(accountId, me.id)
  await store.append(chatStream(chatId), story(requested, says(maria, 'Hello?')))
  expect(await rowOf(chatId)).toMatchObject({ list: 'waiting', unread: 0, delivered: 0 })
  await store.append(chatStream(chatId), story(accepted(me)).map(from(3)))
  expect(await rowOf(chatId)).toMatchObject({ list: 'mine', unread: 1, delivered: 2 })
  await store.append(chatStream(chatId), story(says(me, 'Hi'), says(maria, 'Still there?')).map(from(4)))
  expect(await rowOf(chatId)).toMatchObject({ unread: 2, delivered: 5 })

  const [, second] = chatIds as [ChatId, ChatId]
  const theirs = story(requested, says(maria, 'Hello?'), accepted(other), says(maria, 'You?'))
  const stream = chatStream(second)
  await store.append(
    stream,
    theirs.map((event) => ({ ...event, stream })),
  )
  expect(await rowOf(second)).toMatchObject({ list: 'gone', unread: 0, delivered: 0 })
})

test('A1: a request that I declined knows it; one that a colleague declined rings me on', async () => {
  const store = createFeedStore(accountId, me.id)
  await store.append(chatStream(chatId), story(requested))
  await store.append(internalStream(chatId), [internal(declined(other), 1)])
  expect(await rowOf(chatId)).toMatchObject({ declined: false })
  await store.append(internalStream(chatId), [internal(declined(me), 2)])
  expect(await rowOf(chatId)).toMatchObject({ declined: true, list: 'waiting' })
})

test('R1: a request rings for whom it is offered, counted down by this computer’s own clock', async () => {
  const store = createFeedStore(accountId, me.id)
  await store.append(chatStream(chatId), story(requested))
  expect(await rowOf(chatId)).toMatchObject({ list: 'waiting', offer: null })
  // The server’s clock is far from ours: its offer of 30 s is still 30 s long.
  await store.append(internalStream(chatId), [internal(offered([me.id], requested.at + 30_000), 1)])
  const { offer } = (await rowOf(chatId)) ?? {}
  expect(offer).toMatchObject({ mode: 'one-by-one', until: requested.at + 30_000 })
  expect(Math.abs((offer?.answerBy ?? 0) - (Date.now() + 30_000))).toBeLessThan(5_000)
  // What is said later does not begin it anew.
  await store.append(chatStream(chatId), story(says(maria, 'Hello?')).map(from(2)))
  expect((await rowOf(chatId))?.offer).toEqual(offer)
  await store.append(internalStream(chatId), [internal(offerEnded(me.id, 'expired'), 2)])
  expect(await rowOf(chatId)).toMatchObject({ list: 'waiting', offer: null })
  await store.append(internalStream(chatId), [internal(offered([other.id], null), 3)])
  expect(await rowOf(chatId)).toMatchObject({ offer: null })
})

test('A22: silence outlives a broken line, and ends when I am asked anew', async () => {
  const store = createFeedStore(accountId, me.id)
  const happens = (...told: Told[]) => {
    const events = told.map((one) => internal(one, ++seq))
    return store.append(internalStream(chatId), events)
  }
  let seq = 0
  const silence = () => db.chats.update([accountId, chatId], { silenced: true })
  await store.append(chatStream(chatId), story(requested))
  await happens(offered([me.id], null))
  await silence()
  await store.append(chatStream(chatId), story(says(maria, 'Hello?')).map(from(2)))
  await happens(offerEnded(me.id, 'disconnected'))
  await happens(offered([me.id], null))
  expect(await rowOf(chatId)).toMatchObject({ offer: { mode: 'ring-all' }, silenced: true })

  await happens(offerEnded(me.id, 'withdrawn'))
  await happens(offered([me.id], Date.now() + 30_000))
  expect(await rowOf(chatId)).toMatchObject({ offer: { mode: 'one-by-one' }, silenced: false })
  await silence()
  await happens(offerEnded(me.id, 'expired'), said(system, { type: 'offers-exhausted', round: 1 }))
  await happens(offered([me.id], null))
  expect(await rowOf(chatId)).toMatchObject({ offer: { mode: 'ring-all' }, silenced: false })
  await silence()
  await store.append(
    chatStream(chatId),
    story(accepted(other), said(other, { type: 'agent-left', agent: person(other) })).map(from(3)),
  )
  await happens(said(system, { type: 'chat-offered', agents: [me.id], mode: 'ring-all', until: null, round: 2 }))
  expect(await rowOf(chatId)).toMatchObject({ list: 'waiting', offer: { mode: 'ring-all' }, silenced: false })
})

test('S8: my own event takes its command out of the outbox in the same step; another person’s does not', async () => {
  const store = createFeedStore(accountId, me.id)
  const mine = await queueCommand(accountId, chatId, { operation: 'sendMessage', text: 'Hi' })
  const kept = await queueCommand(accountId, chatId, { operation: 'sendMessage', text: 'And more' })
  await store.append(chatStream(chatId), story(requested, accepted(me)))
  const events = story({ ...says(me, 'Hi'), clientId: mine }, { ...says(maria, 'x'), clientId: kept }).map(from(3))
  await store.append(chatStream(chatId), events)
  expect((await db.outbox.toArray()).map((row) => row.clientId)).toEqual([kept])
})

test('W26: a message ends its writer’s typing', async () => {
  const store = createFeedStore(accountId, me.id)
  const typing = { accountId, chatId, until: Date.now() + 6_000 }
  await db.typing.bulkPut([
    { ...typing, actorId: maria.id, actor: maria },
    { ...typing, actorId: other.id, actor: other },
  ])
  await store.append(chatStream(chatId), story(requested, says(maria, 'Hello?')))
  expect((await db.typing.toArray()).map((row) => row.actorId)).toEqual([other.id])
})

test('A5: two accounts with the same chat id stay apart', async () => {
  const second = 'second' as AccountId
  await createFeedStore(accountId, me.id).append(chatStream(chatId), story(requested, accepted(me)))
  await createFeedStore(second, other.id).append(chatStream(chatId), story(requested, accepted(me)))
  await createFeedStore(accountId, me.id).dropAll()
  expect((await db.chats.toArray()).map((row) => [row.accountId, row.list])).toEqual([[second, 'gone']])
})

type Told = Omit<StoredEvent, 'stream' | 'seq'>

const said = (actor: Actor, event: StoredEvent['event']): Told => ({
  at: 1_790_000_000_000,
  actor,
  clientId: null,
  event,
})
const person = ({ id, name }: Actor) => ({ id, name })
const page = { url: 'https://shop.example/', title: 'Shop' }
const requested = said(maria, { type: 'chat-requested', visitor: person(maria), page, language: 'en' })
const says = (actor: Actor, text: string) => said(actor, { type: 'message-sent', text })
const accepted = (actor: Actor) => said(actor, { type: 'chat-accepted', agent: person(actor) })
const declined = (actor: Actor) => said(actor, { type: 'request-declined', agent: person(actor) })
const system: Actor = { kind: 'system', id: 'system' as ActorId, name: 'Deskbell' }
const offered = (agents: ActorId[], until: number | null) =>
  said(system, { type: 'chat-offered', agents, mode: until ? 'one-by-one' : 'ring-all', until, round: 1 })
const offerEnded = (agent: ActorId, reason: OfferEnd) =>
  said(system, { type: 'offer-ended', agents: [agent], reason, round: 1 })
const ended = said(me, { type: 'chat-ended', outcome: 'completed' })

const story = (...told: Told[]): StoredEvent[] =>
  told.map((event, i) => ({ ...event, clientId: event.clientId ?? newId(), stream: chatStream(chatId), seq: i + 1 }))
const from = (first: number) => (event: StoredEvent, i: number) => ({ ...event, seq: first + i })
const internal = (told: Told, seq: number): StoredEvent => ({ ...told, stream: internalStream(chatId), seq })
const newId = () => crypto.randomUUID() as ClientId
const rowOf = (id: ChatId): Promise<ChatRow | undefined> => db.chats.get([accountId, id])

const streams: StreamId[] = chatIds.flatMap((id) => [chatStream(id), internalStream(id)])
const aShownEvent = fc.constantFrom(requested, says(maria, 'a'), says(me, 'b'), accepted(me), accepted(other), ended)
const aStep = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...streams).chain((stream) =>
      fc.record({
        type: fc.constant('append' as const),
        stream: fc.constant(stream),
        overlap: fc.nat(2),
        events: fc.array(stream.endsWith('internal') ? fc.constantFrom(declined(me), declined(other)) : aShownEvent, {
          maxLength: 4,
        }),
      }),
    ),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('drop' as const), stream: fc.constantFrom(...streams) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('drop-all' as const) }) },
)
