import { describe, expect, test } from 'vitest'
import { limits } from '#shared/contract/limits.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import { storeEvents } from '../../../server/log/stored-events.ts'
import { aChatId, accept, anActiveChat, anAgent, aVisitor, carryOut, decline, end, say, start } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aChatServer } from './chat-server.ts'

describe.each(onBothDatabases)('sync on $name', ({ open }) => {
  test('S6: one request brings what is missed of every stream, each from its own number', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const agent = anAgent()
    const first = await anActiveChat(log, aVisitor('Vera'), agent)
    const second = await anActiveChat(log, aVisitor('Wim'), agent)
    await carryOut(log, say(first.chatId, 'one'), first.visitor)
    await carryOut(log, say(second.chatId, 'two'), second.visitor)
    const waiting = aChatId()
    await carryOut(log, start(waiting), aVisitor('Xia'))
    await carryOut(log, decline(waiting), agent)

    const streams = { [chatStream(first.chatId)]: 2, [chatStream(second.chatId)]: 3 }
    const answer = await handlers.sync({ body: { logId, streams } }, { actor: agent })
    expect(answer.streams.map(({ stream, events }) => [stream, events.map(({ seq }) => seq)])).toEqual([
      [chatStream(first.chatId), [3]],
      [chatStream(waiting), [1]],
      [internalStream(waiting), [1]],
    ])
    expect(answer).toMatchObject({ gone: [], more: false, logId })
  })

  test('S6: a client that is up to date gets nothing', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const { chatId, visitor } = await anActiveChat(log)
    const answer = await handlers.sync({ body: { logId, streams: { [chatStream(chatId)]: 2 } } }, { actor: visitor })
    expect(answer).toEqual({ logId, streams: [], receipts: [], gone: [], more: false })
  })

  test('S6: more than one answer holds is asked for in rounds, and nothing is left out', async () => {
    const { db } = await open()
    const { log, logId, handlers } = await aChatServer(db)
    const visitor = aVisitor()
    const chatIds = [aChatId(), aChatId(), aChatId()]
    const each = Math.ceil(limits.eventsPerSync / 2)
    for (const chatId of chatIds) {
      await carryOut(log, start(chatId), visitor)
      await db.query.transaction().execute(async (tx) => {
        const event = { type: 'message-sent', text: 'hello' } as const
        const stream = chatStream(chatId)
        for (let seq = 2; seq <= each; seq++)
          await storeEvents(tx, [{ stream, seq, at: Date.now(), actor: visitor, clientId: null, event }]).execute()
        await tx.updateTable('stream').set({ last_seq: each }).where('id', '=', stream).execute()
      })
    }

    const held: Record<StreamId, number> = {}
    let rounds = 0
    for (let more = true; more; rounds++) {
      const answer = await handlers.sync({ body: { logId, streams: held } }, { actor: visitor })
      for (const { stream, events } of answer.streams) {
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => (held[stream] ?? 0) + i + 1))
        held[stream] = events.at(-1)?.seq ?? 0
      }
      more = answer.more
    }
    expect(held).toEqual(Object.fromEntries(chatIds.map((chatId) => [chatStream(chatId), each])))
    expect(rounds).toBe(2)
  }, 30_000)

  test('S7: a number above the log’s, and another log, give the whole stream again', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const { chatId, visitor } = await anActiveChat(log)
    const stream = chatStream(chatId)
    const ahead = await handlers.sync({ body: { logId, streams: { [stream]: 7 } } }, { actor: visitor })
    const foreign = await handlers.sync({ body: { logId: 'another', streams: { [stream]: 1 } } }, { actor: visitor })

    expect(ahead.streams).toMatchObject([{ stream, lastSeq: 2, reset: true, events: [{ seq: 1 }, { seq: 2 }] }])
    expect(foreign).toMatchObject({ logId, streams: [{ stream, events: [{ seq: 1 }, { seq: 2 }] }] })
  })

  test('S6: an agent gets all that waits and their own, and what they name; not the chats of others', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const [ada, ben] = [anAgent('Ada'), anAgent('Ben')]
    const { chatId: bens } = await anActiveChat(log, aVisitor(), ben)
    const { chatId: adas } = await anActiveChat(log, aVisitor(), ada)
    const waiting = aChatId()
    await carryOut(log, start(waiting), aVisitor())

    const fresh = await handlers.sync({ body: { logId: null, streams: {} } }, { actor: ada })
    expect(new Set(fresh.streams.map(({ stream }) => stream))).toEqual(new Set([chatStream(adas), chatStream(waiting)]))
    // A request that Ada saw waiting, and that Ben took while she was away.
    const named = await handlers.sync({ body: { logId, streams: { [chatStream(bens)]: 1 } } }, { actor: ada })
    const update = named.streams.find(({ stream }) => stream === chatStream(bens))
    expect(update?.events.map(({ event }) => event.type)).toEqual(['chat-accepted'])
    expect(fresh.logId).toBe(logId)
  })

  test('S1: a visitor gets no other’s chat and no internal stream, by sync or by page, and learns not even that they exist', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const [vera, mallory, chatId] = [aVisitor('Vera'), aVisitor('Mallory'), aChatId()]
    await carryOut(log, start(chatId), vera)
    await carryOut(log, decline(chatId), anAgent('Ben'))
    const [shown, internal, unknown] = [chatStream(chatId), internalStream(chatId), chatStream(aChatId())]

    const streams = { [shown]: 0, [internal]: 0, [unknown]: 0 }
    const forVera = await handlers.sync({ body: { logId, streams } }, { actor: vera })
    expect(forVera.streams.map(({ stream }) => stream)).toEqual([shown])
    expect(forVera.gone).toEqual([internal, unknown])
    const forMallory = await handlers.sync({ body: { logId, streams } }, { actor: mallory })
    expect(forMallory).toMatchObject({ streams: [], receipts: [], gone: [shown, internal, unknown] })

    const page = (stream: StreamId, actor = vera) =>
      handlers.listEvents({ params: { stream }, query: { after: 0 } }, { actor })
    expect((await page(shown)).events).toHaveLength(1)
    const refusals = await Promise.all(
      [page(internal), page(unknown), page(shown, mallory), page(internal, mallory)].map((asked) =>
        asked.then(
          () => 'answered',
          (error: unknown) => (error as Error).message,
        ),
      ),
    )
    expect(new Set(refusals)).toEqual(new Set(['There is no such stream.']))
  })

  test('S5: events after a number come a page at a time, with the number of the last', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    for (let i = 0; i < limits.eventsPerPage; i++) await carryOut(log, say(chatId, `${i}`), i % 2 ? visitor : agent)
    await carryOut(log, end(chatId), agent)
    const last = limits.eventsPerPage + 3
    const pageAfter = async (number: number) =>
      handlers.listEvents({ params: { stream: chatStream(chatId) }, query: { after: number } }, { actor: visitor })

    const first = await pageAfter(0)
    expect(first.events.map(({ seq }) => seq)).toEqual(Array.from({ length: limits.eventsPerPage }, (_, i) => i + 1))
    expect(first).toMatchObject({ logId, lastSeq: last })
    expect((await pageAfter(limits.eventsPerPage)).events.map(({ seq }) => seq)).toEqual([last - 2, last - 1, last])
    expect((await pageAfter(last + 5)).events).toEqual([])
  })

  test('W13: a visitor’s earlier chats stay readable', async () => {
    const { log, logId, handlers } = await aChatServer((await open()).db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    await carryOut(log, end(chatId), agent)
    const next = aChatId()
    await carryOut(log, start(next), visitor)
    await carryOut(log, accept(next), agent)

    const { streams } = await handlers.sync({ body: { logId, streams: {} } }, { actor: visitor })
    expect(streams.map(({ stream, lastSeq }) => [stream, lastSeq]).toSorted()).toEqual(
      [
        [chatStream(chatId), 3],
        [chatStream(next), 2],
      ].toSorted(),
    )
  })
})
