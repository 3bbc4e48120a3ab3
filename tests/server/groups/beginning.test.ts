import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError, createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings, type GroupSettings } from '#shared/contract/groups.ts'
import { type ChatId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { type ApiPerson, aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const aGroupId = () => crypto.randomUUID() as string as GroupId
const page = { url: 'https://shop.example/prices', title: 'Prices' }
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof ApiError ? error.refusal?.code : error),
  )

describe('how chats begin, and begin again', { timeout: 60_000 }, () => {
  let server: TestServer
  let administrator: ApiPerson
  let agent: ApiPerson
  beforeAll(async () => {
    server = await startServer()
    administrator = await anAdministrator(server)
    agent = await anAgent(server, administrator)
  }, 60_000)
  afterAll(() => server.remove())

  const save = (groupId: GroupId, name: string, change: Partial<GroupSettings> = {}) => {
    const body = { name, settings: { ...defaultGroupSettings, ...change }, members: [agent.id] }
    return administrator.api.saveGroup({ params: { groupId }, body })
  }
  const start = async (visitor: ApiPerson, group: GroupId) => {
    const chatId = crypto.randomUUID() as string as ChatId
    await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group } })
    return chatId
  }
  const write = (visitor: ApiPerson, chatId: ChatId, clientId = aClientId()) =>
    visitor.api.sendMessage({ params: { chatId }, body: { clientId, text: 'And one more thing' } })
  const closed = { zone: 'Etc/UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }

  it('W12: anybody may read the names of groups to ask for, and nothing else of them', async () => {
    const [billing, api] = [aGroupId(), aGroupId()]
    await save(billing, 'Billing')
    await save(api, 'API')
    const anyone = createApiClient(server.url, fetch)
    const { groups } = await anyone.listOfferedGroups({ query: {} })
    expect(groups.filter(({ id }) => [billing, api, everyone].includes(id))).toEqual([
      { id: api, name: 'API' },
      { id: billing, name: 'Billing' },
    ])
    const named = await anyone.listOfferedGroups({ query: { ids: `${billing},${aGroupId()}` } })
    expect(named.groups).toEqual([{ id: billing, name: 'Billing' }])
    for (const ids of ['', ',', 'Billing', `${billing};drop table agent_group`])
      expect(await codeOf(anyone.listOfferedGroups({ query: { ids } }))).toBe('invalid-request')
  })

  it('W5, W17, R11: outside hours a message and a callback begin without a chat, in the group that was meant', async () => {
    const group = aGroupId()
    await save(group, 'Closed', { hours: closed })
    const visitor = await aVisitor(server)
    expect(await visitor.api.getAvailability({ query: { group } })).toMatchObject({ open: false, available: false })
    const begin = { page, language: 'en', group, description: 'About lamps' }
    const message = crypto.randomUUID() as string as ChatId
    const left = { clientId: aClientId(), email: 'vera@home.example', text: 'Hello', begin }
    await visitor.api.leaveMessage({ params: { chatId: message }, body: left })
    const call = crypto.randomUUID() as string as ChatId
    const asked = { clientId: aClientId(), phone: '+4930901820', begin }
    await visitor.api.requestCallback({ params: { chatId: call }, body: asked })
    const on = async (list: 'abandoned' | 'callbacks') =>
      (await agent.api.listFollowUps({ query: { list } })).followUps.map(({ chat }) => [chat.chatId, chat.group?.id])
    expect(await on('abandoned')).toContainEqual([message, group])
    expect(await on('callbacks')).toContainEqual([call, group])
    const { events } = await visitor.api.listEvents({ params: { stream: `chat:${message}` as never }, query: {} })
    expect(events[0]?.event).toMatchObject({ type: 'chat-requested', description: 'About lamps' })
  })

  it('3.4, W21: the visitor is told whether writing reopens the chat, and it is as they were told', async () => {
    const visitor = await aVisitor(server)
    const group = aGroupId()
    await save(group, 'Lamps')
    const chatId = await start(visitor, group)
    const params = { chatId }
    const told = async () => (await visitor.api.getQueuePlace({ params })).reopenFor
    await agent.api.acceptChat({ params, body: { clientId: aClientId() } })
    expect(await told()).toBe(null)
    await agent.api.endChat({ params, body: { clientId: aClientId() } })
    expect(await told()).toBe(null)
    expect(await codeOf(write(visitor, chatId))).toBe('chat-ended')
    await save(group, 'Lamps', { reopenWithin: 3600 })
    const seconds = await told()
    expect(seconds).toBeGreaterThan(3000)
    expect(seconds).toBeLessThanOrEqual(3600)
    expect(await codeOf(write(agent, chatId))).toBe('chat-ended')
    const clientId = aClientId()
    const first = await write(visitor, chatId, clientId)
    expect(first.events.map(({ event }) => event.type)).toEqual(['chat-reopened', 'message-sent'])
    expect(await write(visitor, chatId, clientId)).toEqual(first)
    expect(await told()).toBe(null)
    await expect
      .poll(async () => (await agent.api.listChats({ query: { phase: 'waiting' } })).chats.map((chat) => chat.chatId))
      .toContain(chatId)
  })

  it('3.4: a chat whose group was removed stays over: nobody could be rung for it', async () => {
    const visitor = await aVisitor(server)
    const group = aGroupId()
    await save(group, 'Short-lived', { reopenWithin: 3600 })
    const chatId = await start(visitor, group)
    const params = { chatId }
    await agent.api.acceptChat({ params, body: { clientId: aClientId() } })
    await agent.api.endChat({ params, body: { clientId: aClientId() } })
    await administrator.api.removeGroup({ params: { groupId: group } })
    expect((await visitor.api.getQueuePlace({ params })).reopenFor).toBe(null)
    expect(await codeOf(write(visitor, chatId))).toBe('chat-ended')
  })

  it('3.4: a time that is none is refused, and groups of before know none', async () => {
    for (const reopenWithin of [0, 59, 1.5, -60, 2_592_001, '600'])
      expect(await codeOf(save(aGroupId(), 'Wrong', { reopenWithin: reopenWithin as number }))).toBe('invalid-request')
    const { reopenWithin: _, ...older } = defaultGroupSettings
    const groupId = aGroupId()
    const body = { name: 'Older', settings: older, members: [] }
    const { group } = await administrator.api.saveGroup({ params: { groupId }, body })
    expect(group.settings.reopenWithin).toBe(null)
  })
})
