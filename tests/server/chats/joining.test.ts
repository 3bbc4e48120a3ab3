import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { observersOf } from '#shared/domain/chat/observing.ts'
import { createAccounts } from '../../../server/features/agents/accounts.ts'
import { createSessions } from '../../../server/features/sessions/sessions.ts'
import {
  aChatId,
  aClientId,
  accept,
  anActiveChat,
  anAgent,
  aVisitor,
  carryOut,
  end,
  propose,
  say,
  start,
} from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aChatServer, type ChatServer } from './chat-server.ts'

const join = (chatId: ChatId): ChatCommand => ({ type: 'join-chat', chatId })
const observe = (chatId: ChatId, permitted = true): ChatCommand => ({ type: 'observe-chat', chatId, permitted })
const stop = (chatId: ChatId): ChatCommand => ({ type: 'stop-observing', chatId })
const leave = (chatId: ChatId): ChatCommand => ({ type: 'leave-chat', chatId })

describe.each(onBothDatabases)('coming into chats of others, on $name', ({ open }) => {
  test('L4: an agent joins beside the one who is in it, once, and takes room as those do who accepted', async () => {
    const { db } = await open()
    const server = await aChatServer(db)
    const { log } = server
    const { chatId, agent } = await anActiveChat(log)
    const ben = anAgent('Ben')
    const { events } = await carryOut(log, join(chatId), ben)
    expect(events.map(({ event }) => event)).toEqual([{ type: 'agent-joined', agent: { id: ben.id, name: 'Ben' } }])
    expect((await carryOut(log, join(chatId), ben)).events).toEqual([])
    expect((await server.queries.chat(chatId))?.agents.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    const busy = await db.query.selectFrom('chat_agent').select('agent_id').where('active', '=', 1).execute()
    expect(busy.map(({ agent_id }) => agent_id).toSorted()).toEqual([agent.id, ben.id].toSorted())
    await carryOut(log, leave(chatId), agent)
    expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'active', agents: [{ name: 'Ben' }] })
  })

  test('L4: writing in a chat of somebody else joins it, in one append', async () => {
    const server = await aChatServer((await open()).db)
    const { chatId } = await anActiveChat(server.log)
    const [ben, clientId] = [anAgent('Ben'), aClientId()]
    const first = await carryOut(server.log, say(chatId, 'May I?'), ben, clientId)
    expect(first.events.map(({ event, seq }) => [seq, event.type])).toEqual([
      [3, 'agent-joined'],
      [4, 'message-sent'],
    ])
    expect((await carryOut(server.log, say(chatId, 'May I?'), ben, clientId)).events).toEqual(first.events)
    const next = await carryOut(server.log, say(chatId, 'Hello'), ben)
    expect(next.events.map(({ event }) => event.type)).toEqual(['message-sent'])
  })

  test('L4: there is nothing to join while it waits, is over, is a colleagues’ or nobody’s', async () => {
    const { log } = await aChatServer((await open()).db)
    const [vera, ada, ben, cy] = [aVisitor(), anAgent(), anAgent('Ben'), anAgent('Cy')]
    const [waiting, asked, ours, asks] = [aChatId(), aChatId(), aChatId(), aChatId()]
    await carryOut(log, start(waiting), vera)
    await carryOut(log, propose(asked, vera), ada)
    await carryOut(log, { type: 'ask-colleague', chatId: ours, to: { id: ada.id, name: 'Ada' }, text: 'Hi' }, cy)
    await carryOut(log, accept(ours), ada)
    const { chatId: over, agent } = await anActiveChat(log)
    await carryOut(log, end(over), agent)
    const codes = async (command: (id: ChatId) => ChatCommand) => {
      const given = []
      for (const id of [waiting, over, asked, ours, asks]) given.push(await codeOf(log, command(id), ben))
      return given
    }
    expect(await codes(join)).toEqual(['chat-not-accepted', 'chat-ended', 'not-yet', 'not-found', 'not-found'])
    expect(await codes((id) => say(id, 'Hi'))).toEqual([
      'not-in-chat',
      'chat-ended',
      'not-yet',
      'not-found',
      'not-found',
    ])
    expect((await codes(observe)).filter((_, i) => i !== 2)).toEqual([
      'chat-not-accepted',
      'chat-ended',
      'not-found',
      'not-found',
    ])
  })

  test('L6: nothing that a visitor can ask for tells that somebody observes', async () => {
    const server = await aChatServer((await open()).db)
    const { chatId, visitor, agent } = await anActiveChat(server.log)
    await carryOut(server.log, say(chatId, 'hello'), visitor)
    await server.log.drain()
    const asVisitor = async () => ({
      whole: await server.handlers.sync({ body: { logId: null, streams: {} } }, { actor: visitor }),
      named: await server.handlers.sync(
        { body: { logId: server.logId, streams: { [chatStream(chatId)]: 1, [internalStream(chatId)]: 0 } } },
        { actor: visitor },
      ),
      events: await server.handlers.listEvents(
        { params: { stream: chatStream(chatId) }, query: { after: 0 } },
        { actor: visitor },
      ),
      summary: await server.queries.summaries([chatId]),
    })
    const before = await asVisitor()
    const published = server.published.length
    const ben = anAgent('Ben')
    await carryOut(server.log, observe(chatId), ben)
    expect(await asVisitor()).toEqual(before)
    // Nor by what they do: an observer neither reads with a receipt, nor types, nor writes.
    const params = { chatId }
    const reads = server.handlers.markReceipt({ params, body: { delivered: 3, read: 3 } }, { actor: ben })
    await expect(reads).rejects.toMatchObject({ refusal: { code: 'not-found' } })
    const types = server.handlers.signalTyping({ params, body: { typing: true } }, { actor: ben })
    await expect(types).rejects.toMatchObject({ refusal: { code: 'not-found' } })
    expect(await codeOf(server.log, say(chatId, 'psst'), ben)).toBe('not-in-chat')
    await carryOut(server.log, stop(chatId), ben)
    await server.log.drain()
    expect(await asVisitor()).toEqual(before)
    const heard = server.published.slice(published).flatMap((one) => one.channels)
    expect(new Set(heard)).toEqual(new Set([channels.agent(agent.id), channels.agent(ben.id)]))
  })

  test('L6: who observes hears everything, is known to staff, and follows the chat until it ends', async () => {
    const server = await aChatServer((await open()).db)
    const { log } = server
    const { chatId, visitor, agent } = await anActiveChat(log)
    const ben = anAgent('Ben')
    await carryOut(log, observe(chatId), ben)
    expect((await carryOut(log, observe(chatId), ben)).events).toEqual([])
    const all = [chatStream(chatId), internalStream(chatId)]
    expect(await synced(server, ben)).toEqual(all)
    const listed = await server.handlers.listChats({ query: { phase: 'active', limit: 50 } }, { actor: anAgent('Cy') })
    const person = { id: ben.id, name: 'Ben' }
    expect(listed.chats).toMatchObject([{ chatId, agents: [{ name: 'Ada' }], observers: [person] }])

    await log.drain()
    const from = server.published.length
    await carryOut(log, say(chatId, 'hello'), visitor)
    await server.handlers.signalTyping({ params: { chatId }, body: { typing: true } }, { actor: visitor })
    await carryOut(log, end(chatId), agent)
    await log.drain()
    const told = server.published.slice(from).map((one) => one.channels.includes(channels.agent(ben.id)))
    expect(told).toEqual([true, true, true])
    expect(await synced(server, ben)).toEqual([])
    const chat = await server.queries.chat(chatId)
    expect(chat && observersOf(chat)).toEqual([])
  })

  test('L6: observing ends by stopping, by joining, and when the chat waits again', async () => {
    const server = await aChatServer((await open()).db)
    const { log } = server
    const { chatId, agent } = await anActiveChat(log)
    const ben = anAgent('Ben')
    const observers = async () => {
      const chat = await server.queries.chat(chatId)
      return chat && observersOf(chat).map(({ name }) => name)
    }
    await carryOut(log, observe(chatId), ben)
    expect(await observers()).toEqual(['Ben'])
    await carryOut(log, stop(chatId), ben)
    expect(await observers()).toEqual([])
    await carryOut(log, observe(chatId), ben)
    await carryOut(log, join(chatId), ben)
    await carryOut(log, leave(chatId), ben)
    expect(await observers()).toEqual([])
    const cy = anAgent('Cy')
    await carryOut(log, observe(chatId), cy)
    expect(await observers()).toEqual(['Cy'])
    await carryOut(log, leave(chatId), agent)
    expect(await observers()).toEqual([])
    await carryOut(log, accept(chatId), agent)
    expect(await observers()).toEqual([])
    expect(await synced(server, cy)).toEqual([])
  })

  test('L6: only administrators, and agents who were allowed to, may observe', async () => {
    const { db } = await open()
    const { log } = await aChatServer(db)
    const { chatId } = await anActiveChat(log)
    expect(await codeOf(log, observe(chatId, false), anAgent('Ben'))).toBe('forbidden')
    const [accounts, sessions, now] = [createAccounts(db), createSessions(db), Date.now()]
    const mayObserve = async (id: Actor['id']) =>
      (await sessions.find(await sessions.open('agent', id, now), now))?.mayObserve
    const add = (username: string, role: 'agent' | 'administrator') =>
      accounts.add({ username, name: username, password: 'long enough', role }, now)
    const [ben, root] = [await add('ben', 'agent'), await add('root', 'administrator')]
    if (!ben || !root) throw new Error('There were no such accounts before.')
    expect([ben.mayObserve, root.mayObserve]).toEqual([false, true])
    expect([await mayObserve(ben.id), await mayObserve(root.id)]).toEqual([false, true])
    const change = { name: 'Ben', capacity: 3 }
    expect(await accounts.update(ben.id, { ...change, mayObserve: true }, now)).toMatchObject({ mayObserve: true })
    expect(await accounts.update(ben.id, change, now)).toMatchObject({ mayObserve: true })
    expect(await mayObserve(ben.id)).toBe(true)
    expect(await accounts.update(ben.id, { ...change, mayObserve: false }, now)).toMatchObject({ mayObserve: false })
    expect(await mayObserve(ben.id)).toBe(false)
  })
})

async function codeOf(log: ChatServer['log'], command: ChatCommand, actor: Actor) {
  const answer = await log.append(command, actor, aClientId())
  return 'refusal' in answer ? answer.refusal.code : answer.events.map(({ event }) => event.type).join()
}

/** The streams that an agent follows. */
async function synced({ handlers }: ChatServer, actor: Actor) {
  const { streams } = await handlers.sync({ body: { logId: null, streams: {} } }, { actor })
  return streams.map(({ stream }) => stream)
}
