import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { aSocketOf } from '../../support/api-socket.ts'
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
  const listenAs = async (who: ApiPerson) => aSocketOf(server, who, await who.api.getSession({}))
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
    const [first, second] = [await listenAs(bob), await listenAs(anna)]
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
    const socket = await listenAs(carol)
    const signature = await ask(carol, channels.agents, socket.id)
    await carol.api.signOut({})
    socket.send('pusher:subscribe', { channel: channels.agents, ...signature })
    await socket.heard('pusher:subscription_error', channels.agents)
    socket.close()
  })
})
