// @vitest-environment node
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { type ActorId, type ChatId, type ClientId, everyone } from '#shared/contract/ids.ts'
import { addAccount } from '../../../extension/background/accounts/add-account.ts'
import { createHandlers } from '../../../extension/background/commands/handlers.ts'
import { openPusherWire } from '../../../extension/background/connections/open-pusher-wire.ts'
import { createPool } from '../../../extension/background/connections/pool.ts'
import { db } from '../../../extension/core/db.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { emptyDatabase } from '../core/empty-database.ts'

// pusher-js for workers knows its global by this name.
vi.stubGlobal('self', globalThis)

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())
emptyDatabase()

const pool = createPool({ fetch, openWire: openPusherWire, random: Math.random, isIdle: async () => false })
afterEach(async () => {
  await db.accounts.clear()
  await pool.ensure()
})

test('R12: who asks to be called comes onto the list by itself, and Done takes them off it, for colleagues too', async () => {
  await addAccount({ serverUrl: server.url, username: server.adminUsername, password: server.adminPassword }, fetch)
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const { id: accountId, token } = account
  const api = createApiClient(server.url, fetch, () => token)
  await pool.ensure()

  const first = await asksToBeCalled(api, account.agent.id)
  await vi.waitFor(async () =>
    expect(await db.followUps.toArray()).toMatchObject([
      { accountId, chatId: first, list: 'callbacks', followUp: { callback: { phone: '+493012345678' } } },
    ]),
  )
  await createHandlers(pool, fetch)['follow-up']({ accountId, chatId: first })
  await vi.waitFor(async () => expect(await db.followUps.count()).toBe(0))
  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0))
  expect((await api.listFollowUps({ query: { list: 'callbacks' } })).followUps).toEqual([])

  // A colleague is done with it: this list follows.
  const second = await asksToBeCalled(api, account.agent.id)
  await vi.waitFor(async () => expect(await db.followUps.toArray()).toMatchObject([{ chatId: second }]))
  await api.followUp({ params: { chatId: second }, body: { clientId: newId() as ClientId } })
  await vi.waitFor(async () => expect(await db.followUps.count()).toBe(0))
})

test('W23: a server without a mail server says so, and the message stays on the list', async () => {
  await addAccount({ serverUrl: server.url, username: server.adminUsername, password: server.adminPassword }, fetch)
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const { id: accountId, token } = account
  const api = createApiClient(server.url, fetch, () => token)
  await pool.ensure()
  const { visitor, chatId, begin } = await aVisitorOutsideHours(api, account.agent.id)
  await visitor.leaveMessage({
    params: { chatId },
    body: { clientId: newId() as ClientId, email: 'lea@example.org', text: 'Which sizes?', begin },
  })
  const leftMessage = { email: 'lea@example.org', text: 'Which sizes?' }
  const listed = [{ chatId, list: 'abandoned', followUp: { leftMessage, answered: false } }]
  await vi.waitFor(async () => expect(await db.followUps.toArray()).toMatchObject(listed))
  const asked = { accountId, chatId, clientId: newId() as ClientId, text: '36 to 47' }
  const answer = await createHandlers(pool, fetch)['answer-by-mail'](asked)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'no-mail' } })
  expect(await db.followUps.toArray()).toMatchObject(listed)
})

const newId = () => crypto.randomUUID() as string

/** Outside office hours a visitor may ask at once. */
async function aVisitorOutsideHours(api: ReturnType<typeof createApiClient>, agent: ActorId) {
  const hours = { zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
  const settings = { ...defaultGroupSettings, hours }
  await api.saveGroup({ params: { groupId: everyone }, body: { name: 'Everyone', settings, members: [agent] } })
  const session = await createApiClient(server.url, fetch).openVisitorSession({ body: { name: 'Ines' } })
  const visitor = createApiClient(server.url, fetch, () => session.token)
  const chatId = newId() as ChatId
  const begin = { page: { url: 'https://shop.example/', title: 'Shop' }, language: 'en' }
  return { visitor, chatId, begin }
}

async function asksToBeCalled(api: ReturnType<typeof createApiClient>, agent: ActorId): Promise<ChatId> {
  const { visitor, chatId, begin } = await aVisitorOutsideHours(api, agent)
  await visitor.requestCallback({
    params: { chatId },
    body: { clientId: newId() as ClientId, phone: '+49 30 12345678', begin },
  })
  return chatId
}
