// @vitest-environment node
import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { addAccount } from '../../../extension/background/accounts/add-account.ts'
import { removeAccount, signOut } from '../../../extension/background/accounts/end-session.ts'
import { createHandlers } from '../../../extension/background/commands/handlers.ts'
import { openPusherWire } from '../../../extension/background/connections/open-pusher-wire.ts'
import { createPool, type Pool } from '../../../extension/background/connections/pool.ts'
import { db } from '../../../extension/core/db.ts'
import { saveDraft } from '../../../extension/core/drafts.ts'
import { queueCommand } from '../../../extension/core/queue-command.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { emptyDatabase } from '../core/empty-database.ts'

// pusher-js for workers knows its global by this name.
vi.stubGlobal('self', globalThis)

let server: TestServer
const pools: Pool[] = []
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())
afterEach(async () => {
  await db.accounts.clear()
  await Promise.all(pools.splice(0).map((pool) => pool.ensure()))
})
emptyDatabase()

test('A45: an account is added, connects, and is online', async () => {
  const answer = await signIn()
  expect(answer.ok).toBe(true)
  expect(await db.accounts.toArray()).toMatchObject([
    { serverUrl: server.url, username: 'admin', state: 'connecting', color: 0, logId: null },
  ])
  await aPool().ensure()
  expect(await state()).toBe('online')
})

test('A45: a wrong password is refused in the server’s words, and nothing is kept', async () => {
  const answer = await signIn('wrong')
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'wrong-credentials' } })
  expect(await db.accounts.count()).toBe(0)
})

test('A45: an address without a server, and one with another kind of server, are told apart', async () => {
  const silent = await addAccount({ serverUrl: 'http://127.0.0.1:9', username: 'a', password: 'b' }, fetch)
  expect(silent).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })

  const other = createServer((_, response) => response.writeHead(404).end('<h1>Not found</h1>')).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const strange = await addAccount({ serverUrl: `127.0.0.1:${port}`, username: 'a', password: 'b' }, fetch)
  other.close()
  expect(strange).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
})

test('A39: a session that the server ended signs the account out, keeps drafts and outbox, and signing in again sends them', async () => {
  await signIn()
  const pool = aPool()
  await pool.ensure()
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const chat = await aChatOfMine(account.token)
  await createApiClient(server.url, fetch, () => account.token).signOut({})

  await saveDraft(account.id, chat.id, 'Half a sent')
  await queueCommand(account.id, chat.id, { operation: 'sendMessage', text: 'Kept' })
  await pool.ensure()
  await vi.waitFor(async () =>
    expect(await db.accounts.get(account.id)).toMatchObject({ state: 'signed-out', token: null }),
  )
  expect(await db.outbox.count()).toBe(1)
  expect(await db.drafts.count()).toBe(1)

  await signIn()
  expect(await db.accounts.toArray()).toMatchObject([{ id: account.id, state: 'connecting' }])
  await pool.ensure()
  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0))
  expect(await chat.texts()).toEqual(['Kept'])
  expect(await db.drafts.count()).toBe(1)
})

test('A38: signing out ends the session on the server and keeps what was loaded; removing deletes it', async () => {
  await signIn()
  const pool = aPool()
  await pool.ensure()
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const chat = await aChatOfMine(account.token)
  await vi.waitFor(async () => expect(await db.chats.get([account.id, chat.id])).toMatchObject({ list: 'mine' }))
  await saveDraft(account.id, chat.id, 'Half a sent')

  await signOut(account.id, fetch)
  await expect(createApiClient(server.url, fetch, () => account.token).getSession({})).rejects.toMatchObject({
    status: 401,
  })
  expect(await db.chats.get([account.id, chat.id])).toMatchObject({ list: 'mine' })
  expect(await state()).toBe('signed-out')

  await removeAccount(account.id, fetch)
  const left = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const))
  expect(left.filter(([, count]) => count > 0)).toEqual([])
})

test('P2: who is connected is green to colleagues; signed out, black at once', async () => {
  // Of nobody else's session: the administrator of the tests before may still count as there.
  await addAccount({ serverUrl: server.url, ...(await aColleague('Ana')) }, fetch)
  const pool = aPool()
  await pool.ensure()
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  const colleague = await aColleague('Mia')
  const { token } = await createApiClient(server.url, fetch).signIn({ body: colleague })
  const seen = async () => {
    const { team } = await createApiClient(server.url, fetch, () => token).listTeam({})
    return team.find(({ id }) => id === account.agent.id)?.dot
  }
  await vi.waitFor(async () => expect(await seen()).toBe('green'))
  await vi.waitFor(async () =>
    expect(await db.accounts.get(account.id)).toMatchObject({ presence: { status: 'online', dot: 'green' } }),
  )
  // P2: what I choose holds, and colleagues see it.
  const handlers = createHandlers(pool, fetch)
  const busy = { accountId: account.id, status: 'busy' as StatusId }
  expect(await handlers['set-status'](busy)).toEqual({ ok: true, value: {} })
  expect(await seen()).toBe('red')
  await vi.waitFor(async () =>
    expect(await db.accounts.get(account.id)).toMatchObject({
      presence: { status: 'busy', dot: 'red' },
      statuses: [{ id: 'online' }, { id: 'away' }, { id: 'busy' }, { id: 'offline' }],
    }),
  )
  const unknown = await handlers['set-status']({ ...busy, status: 'gone' as StatusId })
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  await handlers['set-status']({ ...busy, status: 'online' as StatusId })

  await signOut(account.id, fetch)
  expect(await seen()).toBe('black')
  expect(await handlers['set-status'](busy)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } })
})

test('A12, A25: whoever connects learns the groups, and fetches a chat that was over before', async () => {
  const { token } = await createApiClient(server.url, fetch).signIn({ body: await aColleague('Mia') })
  const chat = await aChatOfMine(token)
  const mia = createApiClient(server.url, fetch, () => token)
  await mia.endChat({ params: { chatId: chat.id }, body: { clientId: crypto.randomUUID() as never, note: 'Size 44' } })

  await addAccount({ serverUrl: server.url, ...(await aColleague('Ana')) }, fetch)
  const pool = aPool()
  await pool.ensure()
  const [account] = await db.accounts.toArray()
  if (!account) throw new Error('Not signed in')
  await vi.waitFor(async () => expect(await db.groups.toArray()).toMatchObject([{ name: 'Everyone', isMine: true }]))
  const key = { accountId: account.id, chatId: chat.id }
  expect(await db.chats.get([key.accountId, key.chatId])).toBeUndefined()
  expect(await createHandlers(pool, fetch)['fetch-chat'](key)).toEqual({ ok: true, value: {} })
  // The note is told to staff alone: it is of the other stream.
  expect(await db.chats.get([key.accountId, key.chatId])).toMatchObject({
    list: 'gone',
    chat: { phase: 'ended', closingNote: 'Size 44' },
  })
  const unknown = { ...key, chatId: crypto.randomUUID() as string as ChatId }
  expect(await createHandlers(pool, fetch)['fetch-chat'](unknown)).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
})

test('A5: accounts get colours of their own', async () => {
  const agents = await Promise.all(['ana', 'ben'].map(aColleague))
  for (const who of agents) await addAccount({ serverUrl: server.url, ...who }, fetch)
  expect((await db.accounts.orderBy('order').toArray()).map(({ color }) => color)).toEqual([0, 1])
})

const signIn = (password = server.adminPassword) =>
  addAccount({ serverUrl: server.url, username: server.adminUsername, password }, fetch)

function aPool(): Pool {
  const pool = createPool({ fetch, openWire: openPusherWire, random: Math.random, isIdle: async () => false })
  pools.push(pool)
  return pool
}

const state = async () => (await db.accounts.toCollection().first())?.state

async function aColleague(username: string) {
  const body = { username: `${username}-${crypto.randomUUID()}`, name: username, password: 'a password of theirs' }
  const admin = { username: server.adminUsername, password: server.adminPassword }
  const { token } = await createApiClient(server.url, fetch).signIn({ body: admin })
  await createApiClient(server.url, fetch, () => token).createAgent({ body })
  return { username: body.username, password: body.password }
}

/** A visitor asks for a chat, and whoever holds the token takes it. */
async function aChatOfMine(token: string) {
  const session = await createApiClient(server.url, fetch).openVisitorSession({ body: { name: 'Maria' } })
  const visitor = createApiClient(server.url, fetch, () => session.token)
  const id = crypto.randomUUID() as string as ChatId
  const clientId = () => crypto.randomUUID() as never
  await visitor.startChat({
    body: { chatId: id, clientId: clientId(), page: { url: 'https://shop.example/', title: 'Shop' }, language: 'en' },
  })
  await createApiClient(server.url, fetch, () => token).acceptChat({
    params: { chatId: id },
    body: { clientId: clientId() },
  })
  return {
    id,
    async texts() {
      const { events } = await visitor.listEvents({ params: { stream: `chat:${id}` as never }, query: {} })
      return events.flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))
    },
  }
}
