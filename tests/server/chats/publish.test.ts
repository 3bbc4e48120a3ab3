import { describe, expect, test } from 'vitest'
import { channels } from '#shared/contract/channels.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import { limits } from '#shared/contract/limits.ts'
import type { Hint } from '#shared/contract/signals.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { publishEvents } from '../../../server/features/chats/publish-events.ts'
import {
  aChatId,
  accept,
  anActiveChat,
  anAgent,
  aVisitor,
  carryOut,
  decline,
  end,
  propose,
  say,
  start,
} from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aChatServer, type ChatServer } from './chat-server.ts'

describe.each(onBothDatabases)('what is published on $name', ({ open }) => {
  test('S4: everybody concerned is told after the commit, the sender too', async () => {
    const server = await aChatServer((await open()).db)
    const { log, logId } = server
    const [vera, ada, ben, chatId] = [aVisitor('Vera'), anAgent('Ada'), anAgent('Ben'), aChatId()]
    await carryOut(log, start(chatId), vera)
    expect(await audience(server)).toEqual([channels.agents, channels.chat(chatId)])
    await carryOut(log, say(chatId, 'hello?'), vera)
    expect(await audience(server)).toEqual([channels.agents, channels.chat(chatId)])
    await carryOut(log, accept(chatId), ada)
    expect(await audience(server)).toEqual([channels.agents, channels.agent(ada.id), channels.chat(chatId)])
    const { events } = await carryOut(log, say(chatId, 'hello'), ada)
    expect(await audience(server)).toEqual([channels.agent(ada.id), channels.chat(chatId)])
    expect(server.published.at(-1)?.data).toEqual({ logId, stream: chatStream(chatId), lastSeq: 4, events })
    await carryOut(log, end(chatId), ada)
    expect(await audience(server)).toEqual([channels.agent(ada.id), channels.chat(chatId)])
    expect(server.published.flatMap((one) => one.channels)).not.toContain(channels.agent(ben.id))
  })

  test('A4, W14: of a chat that an agent begins the visitor hears where they listen before they know of it', async () => {
    const server = await aChatServer((await open()).db)
    const [vera, ada, chatId] = [aVisitor('Vera'), anAgent('Ada'), aChatId()]
    const concerned = [channels.agent(ada.id), channels.chat(chatId), channels.visitor(vera.id)]
    const { events } = await carryOut(server.log, propose(chatId, vera), ada)
    expect(await audience(server)).toEqual(concerned)
    expect(server.published.at(-1)?.data).toMatchObject({ stream: chatStream(chatId), lastSeq: 2, events })
    await carryOut(server.log, { type: 'answer-invitation', chatId, accept: true }, vera)
    expect(await audience(server)).toEqual(concerned)
    await carryOut(server.log, { ...end(chatId), note: 'Sold' } as ChatCommand, ada)
    await server.log.drain()
    const internal = server.published.filter(({ data }) => 'stream' in data && data.stream === internalStream(chatId))
    expect(internal.flatMap((one) => one.channels)).toEqual([channels.agent(ada.id)])
  })

  test('W23: that a message was answered by e-mail the visitor hears where they listen once their chat is over', async () => {
    const server = await aChatServer((await open()).db)
    const [vera, ada, chatId] = [aVisitor('Vera'), anAgent('Ada'), aChatId()]
    const { log } = server
    await carryOut(log, start(chatId), vera)
    const left = { email: 'vera@home.example', text: 'Do you ship lamps?', open: false }
    await carryOut(log, { type: 'leave-message', chatId, ...left }, vera)
    await carryOut(log, { type: 'answer-by-mail', chatId, text: 'Everywhere.' }, ada)
    expect(await audience(server)).toEqual([channels.agents, channels.chat(chatId), channels.visitor(vera.id)])
  })

  test('S4, S5: a hint that was left undone and comes late says how far the chat is by now', async () => {
    const { log, logId, queries } = await aChatServer((await open()).db)
    const [vera, ada, chatId] = [aVisitor('Vera'), anAgent('Ada'), aChatId()]
    const { events } = await carryOut(log, start(chatId), vera)
    await carryOut(log, accept(chatId), ada)
    await carryOut(log, end(chatId), ada)
    const hints: unknown[] = []
    const publisher = { publish: async (_: unknown, __: unknown, data: unknown) => void hints.push(data) } as never
    const hintAfter = (ms: number) =>
      publishEvents(publisher, queries, logId, () => (events[0]?.at ?? 0) + ms).handle(events)
    await hintAfter(100)
    await hintAfter(12_000)
    expect(hints).toEqual([
      { logId, stream: chatStream(chatId), lastSeq: 1, events },
      { logId, stream: chatStream(chatId), lastSeq: 3, events },
    ])
  })

  test('S1: what is internal is told to agents alone', async () => {
    const server = await aChatServer((await open()).db)
    const { log } = server
    const [chatId, ben] = [aChatId(), anAgent('Ben')]
    await carryOut(log, start(chatId), aVisitor())
    await carryOut(log, decline(chatId), ben)

    expect(await audience(server)).toEqual([channels.agents])
    const internal = server.published.filter(({ data }) => 'stream' in data && data.stream === internalStream(chatId))
    expect(internal.flatMap((one) => one.channels)).toEqual([channels.agents])
  })

  test('S4: over the engine’s size only the number travels', async () => {
    const server = await aChatServer((await open()).db)
    const { chatId, visitor } = await anActiveChat(server.log)
    // Reactions to several appends run side by side: each is told before the next is written.
    for (const text of ['x'.repeat(limits.realtimeBytes - 1), '鐘'.repeat(4_000)]) {
      await server.log.drain()
      await carryOut(server.log, say(chatId, text), visitor)
    }
    await server.log.drain()

    const hints = server.published.slice(-2).map(({ data }) => data as Hint)
    expect(hints.map(({ lastSeq, events }) => [lastSeq, events])).toEqual([
      [3, undefined],
      [4, undefined],
    ])
    for (const { data } of server.published)
      expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThan(limits.realtimeBytes)
  })

  test('S10: receipts only rise, never above what was written, and are told to those in the chat', async () => {
    const server = await aChatServer((await open()).db)
    const { chatId, visitor, agent } = await anActiveChat(server.log)
    const mark = (delivered: number, read: number, actor = visitor) =>
      server.handlers.markReceipt({ params: { chatId }, body: { delivered, read } }, { actor })
    await server.log.drain()
    const receipts = [await mark(2, 1), await mark(1, 0), await mark(0, 2), await mark(99, 99)]

    expect(receipts.map(({ delivered, read }) => [delivered, read])).toEqual([
      [2, 1],
      [2, 1],
      [2, 2],
      [2, 2],
    ])
    expect(await audience(server)).toEqual([channels.chat(chatId), channels.agent(agent.id)])
    await expect(mark(1, 1, aVisitor('Mallory'))).rejects.toThrow('You are not in this chat.')
    await expect(mark(1, 1, anAgent('Ben'))).rejects.toThrow('You are not in this chat.')
  })

  test('W26: typing is told to those in the chat, and never stored', async () => {
    const server = await aChatServer((await open()).db)
    const { chatId, visitor, agent } = await anActiveChat(server.log)
    const type = (actor: typeof visitor) =>
      server.handlers.signalTyping({ params: { chatId }, body: { typing: true } }, { actor })
    await server.log.drain()
    await type(visitor)
    expect(await audience(server)).toEqual([channels.chat(chatId), channels.agent(agent.id)])
    expect(server.published.at(-1)?.data).toEqual({ type: 'typing', chatId, actor: visitor, typing: true })
    await expect(type(aVisitor('Mallory'))).rejects.toThrow('You are not in this chat.')
    await carryOut(server.log, end(chatId), agent)
    await expect(type(visitor)).rejects.toThrow('This chat has ended.')
    expect(await server.queries.lastSeqs([chatStream(chatId)])).toEqual(new Map([[chatStream(chatId), 3]]))
  })
})

/** The channels that the last publication went to. */
async function audience({ log, published }: ChatServer) {
  await log.drain()
  return published.at(-1)?.channels
}
