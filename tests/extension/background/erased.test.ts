// @vitest-environment node
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { addAccount } from '../../../extension/background/accounts/add-account.ts'
import { openPusherWire } from '../../../extension/background/connections/open-pusher-wire.ts'
import { createPool } from '../../../extension/background/connections/pool.ts'
import { learnErased } from '../../../extension/background/privacy/learn-erased.ts'
import { db } from '../../../extension/core/db.ts'
import { type ApiPerson, aClientId, aVisitor, aWaitingChat } from '../../support/api-people.ts'
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

async function signedIn() {
  await addAccount({ serverUrl: server.url, username: server.adminUsername, password: server.adminPassword }, fetch)
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const { token } = account
  return { ...account, token, api: createApiClient(server.url, fetch, () => token) }
}
type Account = Awaited<ReturnType<typeof signedIn>>

/** A chat that this agent had, and ended. */
async function hadChat({ api }: Account, visitor: ApiPerson): Promise<ChatId> {
  const chatId = await aWaitingChat(visitor)
  const params = { chatId }
  await api.acceptChat({ params, body: { clientId: aClientId() } })
  await visitor.api.sendMessage({ params, body: { clientId: aClientId(), text: 'my knee hurts' } })
  await api.endChat({ params, body: { clientId: aClientId() } })
  return chatId
}

const copyOf = async (chatId: ChatId) =>
  JSON.stringify([
    await db.chats.filter((row) => row.chatId === chatId).toArray(),
    await db.events.filter((row) => row.chatId === chatId).toArray(),
  ])

test('W31: an agent’s copy is erased as soon as the visitor says so', async () => {
  const account = await signedIn()
  await pool.ensure()
  const wil = await aVisitor(server, 'Wilhelmina')
  const chatId = await hadChat(account, wil)
  await vi.waitFor(async () => expect(await copyOf(chatId)).toMatch(/knee.*chat-ended/), { timeout: 30_000 })
  await wil.api.deleteMyData({})
  await vi.waitFor(async () => expect(await copyOf(chatId)).not.toMatch(/knee|Wilhelmina/), { timeout: 30_000 })
  expect(await copyOf(chatId)).toContain('visitor-erased')
})

test('W31: a browser that was closed then erases when it is back, once', async () => {
  const account = await signedIn()
  await pool.ensure()
  const [wil, vera] = [await aVisitor(server, 'Wilhelmina'), await aVisitor(server, 'Vera')]
  const [chatId, kept] = [await hadChat(account, wil), await hadChat(account, vera)]
  for (const id of [chatId, kept])
    await vi.waitFor(async () => expect(await copyOf(id)).toMatch(/knee.*chat-ended/), { timeout: 30_000 })
  await vi.waitFor(async () => expect((await db.accounts.get(account.id))?.erasedUntil).toBeDefined(), {
    timeout: 30_000,
  })
  // The line is cut, the copy stays.
  await db.accounts.update(account.id, { token: null })
  await pool.ensure()
  await wil.api.deleteMyData({})
  expect(await copyOf(chatId)).toContain('knee')

  const asks = vi.spyOn(account.api, 'listErased')
  await learnErased(account.id, account.api)
  expect(await copyOf(chatId)).not.toMatch(/knee|Wilhelmina/)
  expect(await copyOf(kept)).toContain('knee')
  const { erasedUntil } = (await db.accounts.get(account.id)) ?? {}
  await learnErased(account.id, account.api)
  expect(asks.mock.lastCall).toEqual([{ query: { after: String(erasedUntil) } }])
  expect(await asks.mock.results.at(-1)?.value).toMatchObject({ chats: [], more: false })
})
