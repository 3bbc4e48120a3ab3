import { describe, expect, test, vi } from 'vitest'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import type { Reaction } from '../../../server/log/react.ts'
import type { Database } from '../../../server/store/database.ts'
import { aChatId, aLog, anActiveChat, anAgent, aVisitor, carryOut, countRows, decline, say, start } from './a-log.ts'
import { onBothDatabases } from './with-database.ts'

const patience = 10_000

describe.each(onBothDatabases)('reactions on $name', ({ name, open }) => {
  test('S11: every reaction gets the events of each append, in order, and is then forgotten', async () => {
    const { db } = await open()
    const [first, second] = [collector('first'), collector('second')]
    const log = aLog(db, { reactions: [first, second] })
    const { chatId, visitor } = await anActiveChat(log)
    const waiting = aChatId()
    await carryOut(log, start(waiting), visitor)
    await carryOut(log, decline(waiting), anAgent('Ben'))
    await log.drain()

    for (const { handled } of [first, second]) {
      expect(handled.filter(({ stream }) => stream === chatStream(chatId)).map(({ seq }) => seq)).toEqual([1, 2])
      expect(handled.filter(({ stream }) => stream === internalStream(waiting)).map(({ seq }) => seq)).toEqual([1])
    }
    expect(await due(db)).toBe(0)
    expect(await log.sweep()).toBe(0)
  })

  test('S11: what does not concern a reaction is not noted for it; one that runs at once knows the chat, a later one does not', async () => {
    const { db } = await open()
    const clock = aClock()
    const known: (string | undefined)[] = []
    const dying = { ...collector('beginnings', () => new Promise(() => {})), concerns: isBeginning }
    const all: Reaction = { name: 'all', handle: async (_, left) => void known.push(left?.phase) }
    const log = aLog(db, { reactions: [dying, all], now: clock.now })
    await anActiveChat(log)
    await expect.poll(() => known).toEqual(['waiting', 'active'])
    await log.sweep()
    expect(await due(db), 'the beginning alone').toBe(1)

    clock.pass(patience)
    const heirs: [number, unknown][] = []
    const heir: Reaction = { name: 'beginnings', handle: async ([one], left) => void heirs.push([one?.seq ?? 0, left]) }
    await aLog(db, { reactions: [heir], now: clock.now }).sweep()
    expect([heirs, await due(db)]).toEqual([[[1, undefined]], 0])
  })

  test('S11: a repeat and a refusal cause no reaction', async () => {
    const { db } = await open()
    const reaction = collector('once')
    const log = aLog(db, { reactions: [reaction] })
    const [visitor, chatId] = [aVisitor(), aChatId()]
    const id = crypto.randomUUID() as Parameters<typeof log.append>[2]
    await carryOut(log, start(chatId), visitor, id)
    await carryOut(log, start(chatId), visitor, id)
    await log.append(say(chatId, 'not mine'), aVisitor('Mallory'), crypto.randomUUID() as typeof id)
    await log.drain()

    expect(reaction.handled).toHaveLength(1)
  })

  test('S11: a reaction that throws is tried again until it succeeds, and holds up neither the append nor the others', async () => {
    const { db } = await open()
    const clock = aClock()
    const onError = vi.fn()
    const healthy = collector('healthy')
    let failures = 2
    const shaky = collector('shaky', async () => {
      if (failures-- > 0) throw new Error('The mail server is away.')
    })
    const log = aLog(db, { reactions: [shaky, healthy], now: clock.now, onError })
    await carryOut(log, start(aChatId()), aVisitor())
    await log.drain()
    expect([shaky.handled.length, healthy.handled.length, await due(db)]).toEqual([0, 1, 1])

    expect(await log.sweep(), 'not yet due').toBe(0)
    clock.pass(patience)
    expect(await log.sweep()).toBe(1)
    expect([shaky.handled.length, await due(db)]).toEqual([0, 1])
    clock.pass(patience)
    expect(await log.sweep()).toBe(1)

    expect([shaky.handled.length, healthy.handled.length, await due(db)]).toEqual([1, 1, 0])
    expect(onError.mock.calls.map(([reaction]) => reaction)).toEqual(['shaky', 'shaky'])
  })

  test('S11: what a process that died after the commit left undone, another does', async () => {
    const { db } = await open()
    const clock = aClock()
    // It never comes back from its reaction, as a process that was killed in the middle.
    const dying = aLog(db, { reactions: [collector('publish', () => new Promise(() => {}))], now: clock.now })
    const { chatId } = await anActiveChat(dying)
    const heir = collector('publish')
    const next = aLog(db, { reactions: [heir], now: clock.now })

    expect(await next.sweep(), 'it may still be alive').toBe(0)
    clock.pass(patience)
    expect(await next.sweep()).toBe(2)
    expect(heir.handled.map(({ stream, seq }) => [stream, seq]).toSorted()).toEqual([
      [chatStream(chatId), 1],
      [chatStream(chatId), 2],
    ])
    expect(await due(db)).toBe(0)
  })

  test('S11: what a reaction of an older version left undone is forgotten', async () => {
    const { db } = await open()
    const clock = aClock()
    const old = aLog(db, { reactions: [collector('gone', () => new Promise(() => {}))], now: clock.now })
    await carryOut(old, start(aChatId()), aVisitor())
    clock.pass(patience)

    await aLog(db, { now: clock.now }).sweep()
    expect(await due(db)).toBe(0)
  })

  test('S11: of two processes that sweep at once each row is claimed by one', async () => {
    const { db, another } = await open()
    const clock = aClock()
    const dying = aLog(db, { reactions: [collector('publish', () => new Promise(() => {}))], now: clock.now })
    const visitor = aVisitor()
    for (let i = 0; i < 60; i++) await carryOut(dying, start(aChatId()), visitor)
    clock.pass(patience)
    const reaction = collector('publish')
    const second = name === 'postgres' ? await another() : db
    const logs = [db, second].map((on) => aLog(on, { reactions: [reaction], now: clock.now }))

    const taken = await Promise.all([...logs, ...logs].map((log) => log.sweep()))
    expect(taken.reduce((a, b) => a + b)).toBe(60)
    expect(new Set(reaction.handled.map(({ stream }) => stream)).size).toBe(60)
    expect(reaction.handled).toHaveLength(60)
  })
})

const isBeginning = ({ type }: ChatEvent) => type === 'chat-requested'

function collector(name: string, before: () => Promise<void> = async () => {}): Reaction & { handled: StoredEvent[] } {
  const handled: StoredEvent[] = []
  return {
    name,
    handled,
    async handle(events) {
      await before()
      handled.push(...events)
    },
  }
}

function aClock() {
  let time = 1_790_000_000_000
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms
    },
  }
}

const due = async (db: Database) => (await countRows(db)).reaction_due
