import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { channels } from '#shared/contract/channels.ts'
import type { SignedIdentity } from '#shared/contract/identity.ts'
import { chatStream } from '#shared/contract/streams.ts'
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
import { aToken, hashOfId } from './sign.ts'

describe('W11: identities at a running server', { timeout: 60_000 }, () => {
  let server: TestServer
  let administrator: ApiPerson
  let agent: ApiPerson
  let secret: string
  beforeAll(async () => {
    server = await startServer()
    administrator = await anAdministrator(server)
    agent = await anAgent(server, administrator)
    secret = (await administrator.api.getIdentitySecret({})).secret
  }, 60_000)
  afterAll(() => server.remove())

  const identified = async (identity: SignedIdentity): Promise<ApiPerson> => {
    const { token, visitor } = await createApiClient(server.url, fetch).openVisitorSession({ body: { identity } })
    return { ...visitor, token, api: createApiClient(server.url, fetch, () => token) }
  }
  const chatsOf = async ({ api }: ApiPerson) => (await api.getVisitorSession({})).chats.map(({ chatId }) => chatId)

  it('the secret is for administrators alone, and stays until they renew it', async () => {
    expect(await administrator.api.getIdentitySecret({})).toEqual({ secret, since: expect.any(Number) })
    const visitor = await aVisitor(server)
    for (const { api } of [agent, visitor, { api: createApiClient(server.url, fetch) }])
      for (const call of [api.getIdentitySecret, api.renewIdentitySecret])
        await expect(call({})).rejects.toMatchObject({
          refusal: { code: expect.stringMatching(/^(forbidden|not-signed-in)$/) },
        })
    expect((await administrator.api.getIdentitySecret({})).secret).toBe(secret)
  })

  it('chats come back on another device, and the agent knows whom the site has verified', async () => {
    const token = aToken({ sub: 'customer-1', name: 'Vera', email: 'vera@example.com' }, secret)
    const phone = await identified({ token })
    const chatId = await aWaitingChat(phone)
    const desktop = await identified({ token })
    expect(await chatsOf(desktop)).toEqual([chatId])
    const identity = { id: 'customer-1', email: 'vera@example.com', signed: ['name', 'email'] }
    const { chats } = await agent.api.listChats({ query: { phase: 'waiting' } })
    expect(chats.find((one) => one.chatId === chatId)?.visitor).toEqual({ id: phone.id, name: 'Vera' })
    const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
    expect(events[0]?.event).toMatchObject({ type: 'chat-requested', identity })
    expect(await agent.api.getVisit({ params: { visitorId: phone.id } })).toMatchObject({ identity })
  })

  it('who claims to be somebody sees nothing of theirs, and is not taken for verified', async () => {
    const vera = await identified({ id: 'customer-2', hash: hashOfId('customer-2', secret), name: 'Vera' })
    const chatId = await aWaitingChat(vera)
    await expect(identified({ id: 'customer-2', name: 'Vera' })).rejects.toMatchObject({
      refusal: { code: 'invalid-identity', message: expect.stringContaining('only with its hash') },
    })
    const eve = await aVisitor(server, 'Vera')
    expect(await chatsOf(eve)).toEqual([])
    const stream = { params: { stream: chatStream(chatId) }, query: {} }
    await expect(eve.api.listEvents(stream)).rejects.toMatchObject({ refusal: { code: expect.any(String) } })
    expect(await agent.api.getVisit({ params: { visitorId: eve.id } })).toMatchObject({ identity: null })
    const { events } = await agent.api.listEvents({
      params: { stream: chatStream(await aWaitingChat(eve)) },
      query: {},
    })
    expect(events[0]?.event).not.toHaveProperty('identity')
  })

  it('what began with the old secret is over with it, and neither secret nor token is in the log', async () => {
    const token = aToken({ sub: 'customer-3', name: 'Vera' }, secret)
    const before = await identified({ token })
    const renewed = await administrator.api.renewIdentitySecret({})
    expect(renewed.secret).not.toBe(secret)
    await expect(before.api.getVisitorSession({})).rejects.toMatchObject({ refusal: { code: 'not-signed-in' } })
    await expect(identified({ token })).rejects.toMatchObject({ refusal: { code: 'invalid-identity' } })
    const hash = hashOfId('customer-3', renewed.secret)
    expect((await identified({ id: 'customer-3', hash })).id).toBe(before.id)
    expect(server.log()).toContain('/api/identity-secret')
    for (const hidden of [secret, renewed.secret, token, hash]) expect(server.log()).not.toContain(hidden)
    secret = renewed.secret
  })

  it('whoever listened by the old secret hears nothing more, and an anonymous visitor goes on', async () => {
    const vera = await identified({ token: aToken({ sub: 'customer-4', name: 'Vera' }, secret) })
    const wim = await aVisitor(server, 'Wim')
    const [chatOfVera, chatOfWim] = [await aWaitingChat(vera), await aWaitingChat(wim)]
    const listenAs = async (who: ApiPerson) => aSocketOf(server, who, await who.api.getVisitorSession({}))
    const [ended, kept] = [await listenAs(vera), await listenAs(wim)]
    for (const channel of [channels.visitor(vera.id), channels.chat(chatOfVera)]) await ended.subscribe(channel)
    for (const channel of [channels.visitor(wim.id), channels.chat(chatOfWim)]) await kept.subscribe(channel)
    const permission = await vera.api.authorizeChannel({
      body: { socket_id: ended.id, channel_name: channels.visitor(vera.id) },
    })

    secret = (await administrator.api.renewIdentitySecret({})).secret
    await ended.heard('pusher:subscription_error', channels.visitor(vera.id))
    await ended.heard('pusher:subscription_error', channels.chat(chatOfVera))
    // What was permitted before is of no use any more.
    ended.send('pusher:subscribe', { channel: channels.visitor(vera.id), ...permission })
    await ended.heard('pusher:subscription_error', channels.visitor(vera.id), 2)
    for (const chatId of [chatOfVera, chatOfWim])
      await agent.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
    await kept.heard('events', channels.chat(chatOfWim))
    expect(ended.frames.filter(({ event }) => event === 'events')).toEqual([])
    ended.close()
    kept.close()
  })
})
