import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { ApiError } from '#shared/client/api-client.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import {
  type ApiPerson,
  aClientId,
  anAdministrator,
  anAgent,
  aVisitor,
  aWaitingChat,
} from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe('who may listen to what', { timeout: 60_000 }, () => {
  let server: TestServer
  let anna: ApiPerson
  let bob: ApiPerson
  let carol: ApiPerson
  let vera: ApiPerson
  let wim: ApiPerson
  let chatOfVera: ChatId
  beforeAll(async () => {
    server = await startServer()
    const administrator = await anAdministrator(server)
    anna = await anAgent(server, administrator, 'Anna')
    bob = await anAgent(server, administrator, 'Bob')
    carol = await anAgent(server, administrator, 'Carol')
    vera = await aVisitor(server, 'Vera')
    wim = await aVisitor(server, 'Wim')
    chatOfVera = await aWaitingChat(vera)
  }, 60_000)
  afterAll(() => server.remove())

  const ask = (who: ApiPerson, channel: string, socket = '12.34') =>
    who.api.authorizeChannel({ body: { socket_id: socket, channel_name: channel } })
  const mayListen = (who: ApiPerson, channel: string) =>
    ask(who, channel).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 403 && error.refusal?.code === 'forbidden') return false
        throw error
      },
    )

  it('agents: to waiting requests, to their own chats, to any chat', async () => {
    expect(await mayListen(anna, channels.agents)).toBe(true)
    expect(await mayListen(anna, channels.agent(anna.id))).toBe(true)
    expect(await mayListen(anna, channels.chat(chatOfVera))).toBe(true)
  })

  it('agents: not to each other, not to chats that are none', async () => {
    expect(await mayListen(anna, channels.agent(bob.id))).toBe(false)
    expect(await mayListen(anna, channels.chat(crypto.randomUUID() as string as ChatId))).toBe(false)
  })

  it('visitors: to their own chats, and to nothing else', async () => {
    expect(await mayListen(vera, channels.chat(chatOfVera))).toBe(true)
    expect(await mayListen(wim, channels.chat(chatOfVera))).toBe(false)
    expect(await mayListen(vera, channels.visitor(vera.id))).toBe(true)
    expect(await mayListen(wim, channels.visitor(vera.id))).toBe(false)
    expect(await mayListen(anna, channels.visitor(vera.id))).toBe(false)
    // An agent's id is no visitor's either.
    expect(await mayListen(anna, channels.visitor(anna.id))).toBe(false)
    expect(await mayListen(vera, channels.agents)).toBe(false)
    expect(await mayListen(vera, channels.agent(anna.id))).toBe(false)
    // An id of their own does not make somebody an agent.
    expect(await mayListen(vera, channels.agent(vera.id as ActorId))).toBe(false)
  })

  it.each([
    '',
    'private-',
    'private-chat-',
    'agents',
    'presence-agents',
    '#server-to-user-1',
    'private-chat-../agents',
    'private-agents ',
    'PRIVATE-AGENTS',
  ])('nobody: to a channel named %j', async (channel) => {
    expect(await mayListen(anna, channel)).toBe(false)
    expect(await mayListen(vera, channel)).toBe(false)
  })

  it('a permission lets one listen, and signing out ends that session’s listening at once, and no other’s', async () => {
    const [first, second] = [await anAgentSocket(server, bob), await anAgentSocket(server, anna)]
    await first.subscribe(channels.agents)
    await first.subscribe(channels.agent(bob.id))
    await second.subscribe(channels.agents)
    const signature = await ask(bob, channels.agents, first.id)

    await bob.api.signOut({})
    await first.heard('pusher:subscription_error', channels.agents)
    await first.heard('pusher:subscription_error', channels.agent(bob.id))

    const chatId = await aWaitingChat(vera)
    await second.heard('events', channels.agents)
    // The old signature is still a right one, and does not help.
    first.send('pusher:subscribe', { channel: channels.agents, ...signature })
    await first.heard('pusher:subscription_error', channels.agents, 2)
    await anna.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
    await second.heard('events', channels.agents, 2)
    expect(first.frames.filter(({ event }) => event === 'events')).toEqual([])
    first.close()
    second.close()
  })

  it('a permission fetched before signing out is of no use after it', async () => {
    const socket = await anAgentSocket(server, carol)
    const signature = await ask(carol, channels.agents, socket.id)
    await carol.api.signOut({})
    socket.send('pusher:subscribe', { channel: channels.agents, ...signature })
    await socket.heard('pusher:subscription_error', channels.agents)
    socket.close()
  })
})

interface Frame {
  readonly event: string
  readonly channel?: string
  readonly data?: string
}

/** A socket to the server's engine, with which this agent subscribes. */
async function anAgentSocket(server: TestServer, agent: ApiPerson) {
  const { realtime } = await agent.api.getSession({})
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/app/${realtime.key}?protocol=7`)
  const frames: Frame[] = []
  socket.on('message', (text) => frames.push(JSON.parse(String(text))))
  const count = (event: string, channel?: string) =>
    frames.filter((frame) => frame.event === event && frame.channel === channel).length
  const heard = (event: string, channel?: string, times = 1) =>
    expect.poll(() => count(event, channel), { message: `${event} on ${channel}` }).toBe(times)
  const send = (event: string, data: object) => socket.send(JSON.stringify({ event, data }))

  await heard('pusher:connection_established')
  const id: string = JSON.parse(frames[0]?.data ?? '{}').socket_id
  return {
    id,
    frames,
    send,
    heard,
    close: () => socket.close(),
    async subscribe(channel: string) {
      const permission = await agent.api.authorizeChannel({ body: { socket_id: id, channel_name: channel } })
      send('pusher:subscribe', { channel, ...permission })
      await heard('pusher_internal:subscription_succeeded', channel)
    },
  }
}
