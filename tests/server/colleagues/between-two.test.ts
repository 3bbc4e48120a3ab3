import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { Hint } from '#shared/contract/signals.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { askColleagueHandler } from '../../../server/features/chats/ask-colleague.ts'
import { authorizeChannel } from '../../../server/features/realtime/authorize-channel.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import type { Publisher } from '../../../server/realtime/publisher.ts'
import { aChatServer } from '../chats/chat-server.ts'
import { aChatId, aClientId, anAgent, aVisitor, carryOut, end, say } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'

describe.each(onBothDatabases)('who knows of a chat between colleagues on $name', ({ open }) => {
  async function twoColleagues() {
    const { db } = await open()
    const server = await aChatServer(db)
    const { log, logId, published, queries } = server
    const [ana, ben, cy] = [anAgent('Ana'), anAgent('Ben'), anAgent('Cy')]
    for (const agent of [ana, ben, cy]) await enter(agent)
    const { askColleague } = askColleagueHandler({ db, log, logId })
    const ask = (from: Actor, to: ActorId, chatId = aChatId(), clientId = aClientId(), text = 'A minute?') =>
      askColleague({ params: { agentId: to }, body: { chatId, clientId, text } }, { actor: from })
    const mayListen = async (actor: Actor, channel: string) => {
      const publisher = { authorizeChannel: () => ({ auth: 'yes' }) } as unknown as Publisher
      const handlers = authorizeChannel({ publisher, chat: (id) => queries.chat(id), endsWithSession: false })
      const session = { kind: actor.kind as 'agent', actor, tokenHash: 'hash', administrator: true, mayObserve: true }
      const body = { socket_id: '1.2', channel_name: channel }
      const caller = { actor, session, address: '', userAgent: '', now: 0, presented: null }
      return handlers.authorizeChannel({ body }, caller).then(
        () => true,
        () => false,
      )
    }
    async function enter({ id, name }: Actor) {
      const row = { id, username: id, name, password_hash: '', role: 'agent', created_at: 0, capacity: 5 } as const
      await db.query.insertInto('agent').values(row).execute()
    }
    const told = async () => {
      await log.drain()
      return new Set(published.flatMap((one) => one.channels))
    }
    return { ...server, db, ana, ben, cy, ask, mayListen, told }
  }

  test('A14: the first message comes with it; asked again with the same ids it is the same', async () => {
    const { ana, ben, ask, queries } = await twoColleagues()
    const [chatId, clientId] = [aChatId(), aClientId()]
    const asked = await ask(ana, ben.id, chatId, clientId)
    expect(asked.events.map(({ event }) => event)).toMatchObject([
      { type: 'chat-requested', visitor: { id: ana.id, name: 'Ana' }, to: { id: ben.id, name: 'Ben' } },
      { type: 'message-sent', text: 'A minute?' },
    ])
    expect(await ask(ana, ben.id, chatId, clientId)).toEqual(asked)
    expect(await queries.chat(chatId)).toMatchObject({ to: { name: 'Ben' }, group: null, lastVisitorMessage: 2 })
  })

  test('A14: nobody asks themselves, nor somebody who is not there any more, nor twice in one chat', async () => {
    const { ana, ben, ask } = await twoColleagues()
    await expect(ask(ana, ana.id)).rejects.toThrow('You cannot ask yourself for a chat.')
    await expect(ask(ana, aVisitor().id)).rejects.toThrow('There is no such agent any more. Nothing was sent.')
    await expect(ask(aVisitor(), ben.id)).rejects.toThrow('Only an agent can do this.')
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    await expect(ask(ana, ben.id, chatId)).rejects.toThrow('This chat has already begun.')
  })

  test('A14, S4: each of the two is told of everything on their own channel, and nobody on any other', async () => {
    const { log, ana, ben, ask, told, published } = await twoColleagues()
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    const both = new Set([channels.agent(ana.id), channels.agent(ben.id)])
    expect(await told()).toEqual(both)
    await carryOut(log, { type: 'accept-chat', chatId }, ben)
    await carryOut(log, say(chatId, 'Of course.'), ben)
    await carryOut(log, { ...end(chatId), type: 'end-chat', note: 'Solved.' }, ana)
    expect(await told()).toEqual(both)
    expect(new Set(published.map(({ data }) => (data as Hint).stream))).toEqual(
      new Set([chatStream(chatId), internalStream(chatId)]),
    )
  })

  test('A14: nobody else can read it, listen to it, list it, or act in it', async () => {
    const { log, logId, handlers, ana, ben, cy, ask, mayListen } = await twoColleagues()
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    const streams = [chatStream(chatId), internalStream(chatId)]
    const reads = (actor: Actor, stream = chatStream(chatId)) =>
      handlers.listEvents({ params: { stream }, query: { after: 0 } }, { actor })
    const lists = async (actor: Actor) =>
      (await handlers.listChats({ query: { phase: 'waiting', limit: 50 } }, { actor })).chats.map((chat) => chat.chatId)
    const syncs = async (actor: Actor, named: string[] = streams) => {
      const held = Object.fromEntries(named.map((stream) => [stream, 0]))
      return handlers.sync({ body: { logId, streams: held } }, { actor })
    }
    for (const actor of [cy, aVisitor()]) {
      for (const stream of streams) await expect(reads(actor, stream)).rejects.toThrow('There is no such stream.')
      expect(await mayListen(actor, channels.chat(chatId))).toBe(false)
      expect(await syncs(actor)).toMatchObject({ streams: [], receipts: [], gone: streams })
      expect(await syncs(actor, [])).toMatchObject({ streams: [] })
      for (const type of ['accept-chat', 'decline-chat', 'end-chat', 'leave-chat'] as const)
        await expect(carryOut(log, { type, chatId }, actor)).rejects.toThrow('This chat does not exist.')
      await expect(carryOut(log, say(chatId, 'Me too!'), actor)).rejects.toThrow('This chat does not exist.')
    }
    expect(await lists(cy)).toEqual([])
    for (const actor of [ana, ben]) {
      expect((await reads(actor)).events).toHaveLength(2)
      expect(await lists(actor)).toEqual([chatId])
      // Without naming it: it is theirs to follow, while it waits and when it is active.
      expect((await syncs(actor, [])).streams.map(({ stream }) => stream)).toEqual([chatStream(chatId)])
    }
    await carryOut(log, { type: 'accept-chat', chatId }, ben)
    for (const actor of [ana, ben]) expect((await syncs(actor, [])).streams).toHaveLength(1)
    expect((await syncs(cy, [])).streams).toEqual([])
  })

  test('A14: the asker writes while it waits, the colleague once they have accepted', async () => {
    const { log, ana, ben, ask } = await twoColleagues()
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    await carryOut(log, say(chatId, 'It is about the invoice.'), ana)
    await expect(carryOut(log, say(chatId, 'Yes?'), ben)).rejects.toThrow('Accept what Ana asks before you write.')
    await expect(carryOut(log, { type: 'accept-chat', chatId }, ana)).rejects.toThrow('your colleague accepts it')
    await carryOut(log, { type: 'accept-chat', chatId }, ben)
    const { chat } = await carryOut(log, say(chatId, 'Yes?'), ben)
    expect(chat).toMatchObject({ lastVisitorMessage: 3, lastAgentMessage: 5, lastMessage: { by: 'agent' } })
  })

  test('A14, S10: receipts and typing go to the two of them', async () => {
    const { log, handlers, published, ana, ben, cy, ask } = await twoColleagues()
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    await carryOut(log, { type: 'accept-chat', chatId }, ben)
    await log.drain()
    published.length = 0
    const mark = (actor: Actor) =>
      handlers.markReceipt({ params: { chatId }, body: { delivered: 2, read: 2 } }, { actor })
    const type = (actor: Actor) => handlers.signalTyping({ params: { chatId }, body: { typing: true } }, { actor })
    for (const actor of [ana, ben]) {
      expect(await mark(actor)).toMatchObject({ actorId: actor.id, kind: 'agent', read: 2 })
      await type(actor)
    }
    for (const one of published) expect(one.channels).toEqual([channels.agent(ana.id), channels.agent(ben.id)])
    expect(published).toHaveLength(4)
    await expect(mark(cy)).rejects.toThrow('You are not in this chat.')
    await expect(type(cy)).rejects.toThrow('You are not in this chat.')
  })

  test('A14: either ends it, also by leaving; what the two streams hold folds to what the server keeps', async () => {
    const { db, log, queries, ana, ben, ask } = await twoColleagues()
    const chatId = aChatId()
    await ask(ana, ben.id, chatId)
    await carryOut(log, { type: 'accept-chat', chatId }, ben)
    const { chat } = await carryOut(log, { type: 'leave-chat', chatId }, ana)
    expect(chat).toMatchObject({ phase: 'ended', outcome: 'completed', endedBy: ana.id })
    const events = async (id: ChatId, stream = chatStream) => readEvents(db.query, stream(id), 0)
    expect(foldChat(await events(chatId), await events(chatId, internalStream))).toEqual(await queries.chat(chatId))
  })
})
