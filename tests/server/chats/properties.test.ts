import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatOf, chatStream, internalStream, isInternal, type StreamId } from '#shared/contract/streams.ts'
import { isIn } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { isObserving, observersOf } from '#shared/domain/chat/observing.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import type { Database } from '../../../server/store/database.ts'
import { nothing, restore } from '../../sync/backup.ts'
import { aChatId, aClientId, accept, anAgent, aVisitor, decline, end, propose, say, start } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aChatServer, type ChatServer } from './chat-server.ts'

const runs = { sqlite: 300, postgres: 40 }
const answer = (accept: boolean) => (id: ChatId) => ({ type: 'answer-invitation', chatId: id, accept }) as const
const commands = [
  start,
  (id: ChatId) => say(id, 'hello'),
  accept,
  decline,
  end,
  propose,
  answer(true),
  answer(false),
  (id: ChatId) => ({ type: 'join-chat', chatId: id }),
  (id: ChatId) => ({ type: 'observe-chat', chatId: id, permitted: true }),
  (id: ChatId) => ({ type: 'stop-observing', chatId: id }),
  (id: ChatId) => ({ type: 'erase-visitor', chatId: id }),
] satisfies ((id: ChatId, visitor: Actor) => ChatCommand)[]

/** What somebody does: which of four people, in which of three chats, what, with the clock where, and whether it is sent twice. */
const step = fc.record({
  who: fc.nat(3),
  chat: fc.nat(2),
  // Messages and beginnings more often than the rest, so that chats come to something.
  command: fc.constantFrom(0, 0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11),
  clock: fc.integer({ min: -5_000, max: 20_000 }),
  twice: fc.boolean(),
})

describe.each(onBothDatabases)('whatever people do, on $name', ({ name, open }) => {
  test('S1, S2, S3, S6, S9: numbers, state, what visitors see and what a sync brings agree with the log', async () => {
    const { db } = await open()
    let now = 1_790_000_000_000
    const server = await aChatServer(db, () => now)

    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(30), { minLength: 12, maxLength: 12 }),
        async (steps, held) => {
          await restore(db, nothing)
          const vera = aVisitor('Vera')
          const actors = [vera, aVisitor('Wim'), anAgent('Ada'), anAgent('Ben')]
          const chatIds = [aChatId(), aChatId(), aChatId()]
          for (const { who, chat, command, clock, twice } of steps) {
            now += clock
            const [actor, chatId, make] = [actors[who], chatIds[chat], commands[command]]
            if (!actor || !chatId || !make) throw new Error('No such step.')
            await carriedOutOnce(server, make(chatId, vera), actor, twice)
          }
          for (const chatId of chatIds) await agreesWithItself(db, chatId)
          for (const actor of actors) await syncBringsAll(server, db, actor, chatIds, held)
          await server.log.drain()
        },
      ),
      { numRuns: runs[name] },
    )
    for (const { channels, data } of server.published)
      if ('stream' in data && isInternal(data.stream))
        expect(channels.filter((channel) => /^private-(chat|visitor)-/.test(channel))).toEqual([])
  }, 240_000)
})

async function carriedOutOnce({ log }: ChatServer, command: ChatCommand, actor: Actor, twice: boolean) {
  const clientId = aClientId()
  const send = () => log.append(command, actor, clientId)
  const [first, second] = twice ? await Promise.all([send(), send()]) : [await send(), null]
  if (!second) return
  if ('refusal' in first) expect(second).toEqual(first)
  else expect(second).toMatchObject({ events: first.events })
}

async function agreesWithItself(db: Database, chatId: ChatId) {
  const [shown, internal] = await Promise.all(
    [chatStream(chatId), internalStream(chatId)].map((id) => readEvents(db.query, id, 0)),
  )
  if (!shown || !internal) throw new Error('A chat has two streams.')
  for (const events of [shown, internal]) {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
    const times = events.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
  const row = await db.query.selectFrom('stream').selectAll().where('id', '=', chatStream(chatId)).executeTakeFirst()
  const chat = foldChat(shown, internal)
  expect(row?.state ? JSON.parse(row.state) : undefined).toEqual(chat)
  expect(row?.last_seq).toBe(chat ? shown.length : undefined)
  const listed = await db.query.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst()
  expect(listed?.phase).toBe(chat?.phase)
  expect(listed?.last_activity_at).toBe(chat?.lastActivityAt)
  const members = await db.query.selectFrom('chat_agent').select('agent_id').where('chat_id', '=', chatId).execute()
  expect(members.map(({ agent_id }) => agent_id).toSorted()).toEqual(
    (chat?.agents ?? []).map(({ id }) => id).toSorted(),
  )
  const observers = await db.query.selectFrom('observer').select('agent_id').where('chat_id', '=', chatId).execute()
  expect(observers.map(({ agent_id }) => agent_id).toSorted()).toEqual(
    (chat ? observersOf(chat) : []).map(({ id }) => id).toSorted(),
  )
}

/** State + what a sync brings = state fetched again, from whatever numbers a client holds. */
async function syncBringsAll(
  { handlers, logId }: ChatServer,
  db: Database,
  actor: Actor,
  chatIds: readonly ChatId[],
  held: readonly number[],
) {
  const streams = chatIds.flatMap((id) => [chatStream(id), internalStream(id)])
  const logs = new Map<StreamId, StoredEvent[]>()
  for (const stream of streams) logs.set(stream, await readEvents(db.query, stream, 0))
  const named = Object.fromEntries(
    streams.flatMap((stream, i) => ((held[i + 6] ?? 0) % 3 ? [[stream, held[i] ?? 0]] : [])),
  )
  const answer = await handlers.sync({ body: { logId, streams: named } }, { actor })

  const copies = new Map(
    Object.entries(named).map(([stream, seq]) => [stream, (logs.get(stream as StreamId) ?? []).slice(0, seq)]),
  )
  for (const stream of answer.gone) copies.delete(stream)
  for (const { stream, events, reset, lastSeq } of answer.streams) {
    copies.set(stream, [...(reset ? [] : (copies.get(stream) ?? [])), ...events])
    expect(copies.get(stream)?.length).toBe(lastSeq)
  }
  for (const [stream, events] of copies) expect(events).toEqual(logs.get(stream as StreamId))
  for (const stream of streams)
    if (follows(actor, stream, logs)) expect(copies.has(stream), `${actor.name} has ${stream}`).toBe(true)
  if (actor.kind === 'visitor')
    expect([...copies.keys()].filter((stream) => isInternal(stream as StreamId))).toEqual([])
  expect(answer.more).toBe(false)
}

function follows(actor: Actor, stream: StreamId, logs: ReadonlyMap<StreamId, StoredEvent[]>): boolean {
  const chat = foldChat(logs.get(chatStream(chatOf(stream))) ?? [], logs.get(internalStream(chatOf(stream))))
  if (!chat || !logs.get(stream)?.length) return false
  if (actor.kind === 'visitor') return chat.visitor.id === actor.id && !isInternal(stream)
  return chat.phase === 'waiting' || (chat.phase === 'active' && isIn(chat, actor.id)) || isObserving(chat, actor.id)
}
