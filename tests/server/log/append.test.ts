import { describe, expect, test } from 'vitest'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import {
  aChatId,
  aClientId,
  accept,
  aLog,
  anActiveChat,
  anAgent,
  aVisitor,
  carryOut,
  countRows,
  decline,
  end,
  say,
  start,
} from './a-log.ts'
import { onBothDatabases } from './with-database.ts'

describe.each(onBothDatabases)('append on $name', ({ open }) => {
  test('S1: a chat is numbered 1, 2, 3 without gaps, and its internal stream apart from it', async () => {
    const { db } = await open()
    const log = aLog(db)
    const [visitor, agent, other, chatId] = [aVisitor(), anAgent(), anAgent('Ben'), aChatId()]
    await carryOut(log, start(chatId), visitor)
    await carryOut(log, say(chatId, 'one'), visitor)
    const declined = await carryOut(log, decline(chatId), other)
    await carryOut(log, decline(chatId), agent)
    const accepted = await carryOut(log, accept(chatId), agent)
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => carryOut(log, say(chatId, `n${i}`), i % 2 ? visitor : agent)),
    )

    const shown = await readEvents(db.query, chatStream(chatId), 0)
    const internal = await readEvents(db.query, internalStream(chatId), 0)
    expect(shown.map(({ seq }) => seq)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1))
    expect(internal.map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'request-declined'],
      [2, 'request-declined'],
    ])
    // Nothing that a visitor gets tells of them: the number after two declines is the next one.
    expect(declined.lastSeq).toBe(2)
    expect(accepted.events.map(({ seq }) => seq)).toEqual([3])
  })

  test('S2: 300 commands, each sent three times at once, are carried out once each and all get the first answer', async () => {
    const { db } = await open()
    const log = aLog(db)
    const { chatId, visitor } = await anActiveChat(log)
    const clientIds = Array.from({ length: 300 }, aClientId)
    const answers = await Promise.all(
      clientIds.flatMap((id, i) => [1, 2, 3].map(() => carryOut(log, say(chatId, `message ${i}`), visitor, id))),
    )

    const stored = await readEvents(db.query, chatStream(chatId), 2)
    expect(stored.map(({ seq }) => seq)).toEqual(clientIds.map((_, i) => i + 3))
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(300)
    for (let i = 0; i < 300; i++) {
      const [first, second, third] = answers.slice(3 * i, 3 * i + 3)
      expect(first?.events).toEqual(stored.filter(({ clientId }) => clientId === clientIds[i]))
      expect(second?.events).toEqual(first?.events)
      expect(third?.events).toEqual(first?.events)
    }
  })

  test('S2: a repeat gets the first answer also when it would be refused by now', async () => {
    const { db } = await open()
    const log = aLog(db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    const id = aClientId()
    const first = await carryOut(log, say(chatId, 'just in time'), visitor, id)
    await carryOut(log, end(chatId), agent)

    expect((await carryOut(log, say(chatId, 'just in time'), visitor, id)).events).toEqual(first.events)
    expect(await log.append(say(chatId, 'too late'), visitor, aClientId())).toMatchObject({
      refusal: { code: 'chat-ended' },
    })
  })

  test('S2: a command that nothing came of is remembered too, and one answered over two streams comes back whole', async () => {
    const { db } = await open()
    const log = aLog(db)
    const [visitor, agent, other, chatId] = [aVisitor(), anAgent(), anAgent('Ben'), aChatId()]
    await carryOut(log, start(chatId), visitor)
    const declining = aClientId()
    const declined = await carryOut(log, decline(chatId), other, declining)
    await carryOut(log, accept(chatId), agent)
    const accepting = aClientId()
    expect((await carryOut(log, accept(chatId), agent, accepting)).events).toEqual([])
    await carryOut(log, end(chatId), agent)

    const before = await countRows(db)
    const again = await carryOut(log, accept(chatId), agent, accepting)
    const declinedAgain = await carryOut(log, decline(chatId), other, declining)
    expect(again).toMatchObject({ events: [], repeated: true })
    expect(declined.events.map(({ stream }) => stream)).toEqual([internalStream(chatId)])
    expect(declinedAgain).toMatchObject({ events: declined.events, repeated: true })
    expect(await countRows(db)).toEqual(before)
  })

  test('S2: the same id from another person is another command', async () => {
    const { db } = await open()
    const log = aLog(db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    const id = aClientId()
    await carryOut(log, say(chatId, 'mine'), visitor, id)
    await carryOut(log, say(chatId, 'also mine'), agent, id)

    const texts = (await readEvents(db.query, chatStream(chatId), 2)).map(({ event }) => event)
    expect(texts).toEqual([
      { type: 'message-sent', text: 'mine' },
      { type: 'message-sent', text: 'also mine' },
    ])
  })

  test('S3, R3: of 200 agents who accept at once exactly one wins, and every other is told who', async () => {
    const { db } = await open()
    const log = aLog(db)
    const chatId = aChatId()
    await carryOut(log, start(chatId), aVisitor())
    const agents = Array.from({ length: 200 }, (_, i) => anAgent(`Agent ${i}`))
    const answers = await Promise.all(agents.map((agent) => log.append(accept(chatId), agent, aClientId())))

    const winners = agents.filter((_, i) => !('refusal' in (answers[i] ?? {})))
    expect(winners).toHaveLength(1)
    const [winner] = winners
    const refusals = answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal] : []))
    expect(refusals).toHaveLength(199)
    for (const refusal of refusals) {
      expect(refusal.code).toBe('already-accepted')
      expect(refusal.acceptedBy).toEqual({ id: winner?.id, name: winner?.name })
    }
    const taken = (await readEvents(db.query, chatStream(chatId), 0)).filter(
      ({ event }) => event.type === 'chat-accepted',
    )
    expect(taken).toHaveLength(1)
  })

  test('S3: a refusal writes nothing in any table', async () => {
    const { db } = await open()
    const log = aLog(db, { reactions: [{ name: 'never-called', handle: async () => {} }] })
    const { chatId, visitor, agent } = await anActiveChat(log)
    const waiting = aChatId()
    await carryOut(log, start(waiting), visitor)
    await carryOut(log, end(chatId), agent)
    await log.drain()
    const before = await countRows(db)
    const unknown = aChatId()
    const refused = [
      [say(unknown, 'hello'), visitor],
      [accept(unknown), agent],
      [start(aChatId()), agent],
      [start(chatId), visitor],
      [start(chatId), aVisitor('Mallory')],
      [say(chatId, 'too late'), visitor],
      [say(waiting, 'not mine'), aVisitor('Mallory')],
      [say(waiting, 'not accepted'), agent],
      [accept(waiting), visitor],
      [accept(chatId), anAgent('Ben')],
      [decline(waiting), visitor],
      [end(waiting), agent],
      [end(waiting), visitor],
    ] as const
    const codes = []
    for (const [command, actor] of refused) {
      const answer = await log.append(command, actor, aClientId())
      codes.push('refusal' in answer ? answer.refusal.code : `carried out: ${command.type}`)
    }

    expect(codes).toEqual([
      'not-found',
      'not-found',
      'forbidden',
      'already-started',
      'not-found',
      'chat-ended',
      'not-found',
      'not-in-chat',
      'forbidden',
      'chat-ended',
      'forbidden',
      'chat-not-accepted',
      'forbidden',
    ])
    expect(await countRows(db)).toEqual(before)
  })

  test('S3: times never run backwards in either stream, also when the clock is set back', async () => {
    const { db } = await open()
    let clock = 10_000_000
    const log = aLog(db, { now: () => clock })
    const [visitor, agent, chatId] = [aVisitor(), anAgent(), aChatId()]
    await carryOut(log, start(chatId), visitor)
    clock += 5_000
    await carryOut(log, decline(chatId), anAgent('Ben'))
    clock -= 4_000
    await carryOut(log, decline(chatId), anAgent('Cy'))
    await carryOut(log, accept(chatId), agent)
    clock -= 3_600_000
    await carryOut(log, say(chatId, 'an hour ago'), visitor)
    await carryOut(log, say(chatId, 'still an hour ago'), agent)

    for (const stream of [chatStream(chatId), internalStream(chatId)]) {
      const times = (await readEvents(db.query, stream, 0)).map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }
  })

  test('S3: the stored state is the fold of the stored events', async () => {
    const { db } = await open()
    const log = aLog(db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    await carryOut(log, say(chatId, 'naïve 🛎️ "quoted" \\ \u0000 and  spaces'), visitor)
    const { chat } = await carryOut(log, end(chatId), agent)

    const row = await db.query
      .selectFrom('stream')
      .selectAll()
      .where('id', '=', chatStream(chatId))
      .executeTakeFirstOrThrow()
    const events = await readEvents(db.query, chatStream(chatId), 0)
    expect(JSON.parse(row.state ?? 'null')).toEqual(foldChat(events))
    expect(chat).toEqual(foldChat(events))
    expect(row.last_seq).toBe(events.length)
  })
})
