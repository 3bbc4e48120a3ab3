import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/contract/ids.ts'
import {
  type ApiPerson,
  aClientId,
  anAdministrator,
  anAgent,
  aVisitor,
  aWaitingChat,
} from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe('who may observe', { timeout: 60_000 }, () => {
  let server: TestServer
  let administrator: ApiPerson
  let ada: ApiPerson
  let ben: ApiPerson
  let chatIds: ChatId[]
  beforeAll(async () => {
    server = await startServer()
    administrator = await anAdministrator(server)
    ada = await anAgent(server, administrator, 'Ada')
    ben = await anAgent(server, administrator, 'Ben')
    const visitors = [await aVisitor(server, 'Vera'), await aVisitor(server, 'Wim')]
    chatIds = await Promise.all(visitors.map(aWaitingChat))
    for (const chatId of chatIds) await ada.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
  }, 60_000)
  afterAll(() => server.remove())

  const change = (agent: ApiPerson, body: object) =>
    administrator.api.updateAgent({ params: { agentId: agent.id }, body: { name: agent.name, capacity: 5, ...body } })
  const observe = (who: ApiPerson, chatId: ChatId) =>
    who.api.observeChat({ params: { chatId }, body: { clientId: aClientId() } })
  const observers = async () => {
    const { chats } = await ada.api.listChats({ query: { phase: 'active' } })
    return chats.flatMap((chat) => chat.observers.map(({ name }) => name)).toSorted()
  }

  it('L6: what an agent observes ends when they are no longer allowed to, and only then, and only theirs', async () => {
    await change(ben, { mayObserve: true })
    for (const chatId of chatIds) await observe(ben, chatId)
    const [first] = chatIds
    if (!first) throw new Error('There is no chat')
    await observe(administrator, first)
    await change(ben, { capacity: 7 })
    await change(administrator, { mayObserve: false })
    expect(await observers()).toEqual([administrator.name, 'Ben', 'Ben'].toSorted())

    await change(ben, { mayObserve: false })
    expect(await observers()).toEqual([administrator.name])
    await expect(observe(ben, first)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  })
})
