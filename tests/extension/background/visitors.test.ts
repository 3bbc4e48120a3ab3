// @vitest-environment node
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import { addAccount } from '../../../extension/background/accounts/add-account.ts'
import { createHandlers } from '../../../extension/background/commands/handlers.ts'
import { openPusherWire } from '../../../extension/background/connections/open-pusher-wire.ts'
import { createPool } from '../../../extension/background/connections/pool.ts'
import { begunChats } from '../../../extension/core/begun-chats.ts'
import { type AccountId, type AccountRow, db } from '../../../extension/core/db.ts'
import { startVisitorChat } from '../../../extension/core/start-visitor-chat.ts'
import { type ApiPerson, aVisitor } from '../../support/api-people.ts'
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

/** Requests that the extension made, and whether any arrives. */
const network = { asked: [] as string[], isUp: true }
const send: typeof fetch = async (url, init) => {
  network.asked.push(new URL(String(url)).pathname)
  if (!network.isUp) throw new TypeError('Failed to fetch')
  return fetch(url, init)
}
const pool = createPool({ fetch: send, openWire: openPusherWire, random: Math.random, isIdle: async () => false })
const handlers = createHandlers(pool, send)
const looks = (limit: number) => handlers['watch-visitors']({ surfaceId: 'panel', limit })

afterEach(async () => {
  network.isUp = true
  await looks(0)
  await db.accounts.clear()
  await pool.ensure()
})

test('A3: who is on the sites is listed while somebody looks, and followed; nobody is asked otherwise', async () => {
  const { id: accountId } = await signIn()
  const [vera, tab] = [await aVisitor(server, 'Vera'), aTab()]
  await isOn(vera, tab, '/lamps')
  expect(network.asked.filter((path) => path === '/api/visitors')).toEqual([])

  await looks(50)
  const listed = async () =>
    (await db.visitors.toArray()).map(({ accountId, seen }) => [accountId, seen.visitor.name, seen.page.url])
  await vi.waitFor(
    async () => expect(await listed()).toEqual([[accountId, 'Vera', 'https://shop.example/lamps']]),
    soon,
  )
  await isOn(vera, tab, '/cart')
  await vi.waitFor(async () => expect(await listed()).toEqual([[accountId, 'Vera', 'https://shop.example/cart']]), soon)
  const noa = await aVisitor(server, 'Noa')
  await isOn(noa, aTab(), '/')
  await vi.waitFor(async () => expect((await listed()).map(([, name]) => name)).toContain('Noa'), soon)
  await vera.api.reportVisit({ body: { visitId: tab, page: pageAt('/cart'), state: 'gone' } })
  await vi.waitFor(async () => expect((await listed()).map(([, name]) => name)).toEqual(['Noa']), soon)
})

test('A3: a server that does not answer is told, and what it said before is marked by its age', async () => {
  const { id: accountId } = await signIn()
  await looks(50)
  const list = () => db.visitorLists.get(accountId)
  await vi.waitFor(async () => expect(await list()).toMatchObject({ problem: null }), soon)
  const { answeredAt } = (await list()) ?? { answeredAt: 0 }
  expect(answeredAt).toBeGreaterThan(0)
  network.isUp = false
  await vi.waitFor(async () => expect((await list())?.problem).toContain('cannot be reached'), soon)
  network.isUp = true
  await vi.waitFor(async () => expect((await list())?.answeredAt).toBeGreaterThan(answeredAt), soon)
  await vi.waitFor(async () => expect((await list())?.problem).toBeNull(), soon)
})

test('A4, S8: a chat begun offline waits with its text, is shown meanwhile, and begins once', async () => {
  const account = await signIn()
  const vera = await aVisitor(server, '')
  await isOn(vera, aTab(), '/lamps')
  await looks(50)
  const seen = await whoIsSeen(account.id, vera)

  network.isUp = false
  const chatId = await startVisitorChat(account.id, seen, 'Can I help?')
  await handlers.kick({})
  await vi.waitFor(async () => expect(await attempts()).toBeGreaterThan(0), soon)
  expect(await begunChats()).toMatchObject([{ chatId, list: 'mine', chat: { lastMessage: { text: 'Can I help?' } } }])

  network.isUp = true
  await db.outbox.toCollection().modify({ nextTryAt: 0 })
  await handlers.kick({})
  await vi.waitFor(async () => expect(await db.chats.get([account.id, chatId])).toBeDefined(), soon)
  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0), soon)
  expect(await begunChats()).toEqual([])
  expect(await db.chats.get([account.id, chatId])).toMatchObject({
    list: 'mine',
    chat: { phase: 'active', invitation: 'joined', visitor: { id: vera.id } },
  })
  const { chats } = await vera.api.getVisitorSession({})
  expect(chats.map((one) => one.chatId)).toEqual([chatId])
})

test('P4, S8: a visitor who has left cannot be written to, and what was written comes back', async () => {
  const account = await signIn()
  const [vera, tab] = [await aVisitor(server, 'Vera'), aTab()]
  await isOn(vera, tab, '/lamps')
  await looks(50)
  const seen = await whoIsSeen(account.id, vera)
  await vera.api.reportVisit({ body: { visitId: tab, page: seen.page, state: 'gone' } })

  const chatId = await startVisitorChat(account.id, seen, 'Can I help?')
  await handlers.kick({})
  const refused = () => db.outbox.where('[accountId+chatId]').equals([account.id, chatId]).toArray()
  await vi.waitFor(
    async () => expect(await refused()).toMatchObject([{ refusal: { code: 'visitor-not-online' } }]),
    soon,
  )
  const [start] = await refused()
  expect(start?.command).toMatchObject({ operation: 'startVisitorChat', text: 'Can I help?' })
  expect((await db.notices.toArray()).map(({ notice }) => notice)).toMatchObject([
    { type: 'not-sent', visitor: 'Vera', text: 'Can I help?' },
  ])

  // Back again: the same start, tried again, is the chat.
  await isOn(vera, tab, '/lamps')
  await handlers['retry-message']({ clientId: start?.clientId ?? never() })
  await vi.waitFor(async () => expect(await db.chats.get([account.id, chatId])).toMatchObject({ list: 'mine' }), soon)
  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0), soon)
  expect(await db.notices.count()).toBe(0)
})

test('S8: discarding a start that was refused takes along what waits behind it', async () => {
  const account = await signIn()
  const vera = await aVisitor(server, 'Vera')
  await isOn(vera, aTab(), '/lamps')
  await looks(50)
  const seen = await whoIsSeen(account.id, vera)
  const stranger = { ...seen, visitor: { ...seen.visitor, id: crypto.randomUUID() as string as typeof vera.id } }
  const chatId = await startVisitorChat(account.id, stranger, 'One')
  await handlers['send-message']({ accountId: account.id, chatId, text: 'Two' })
  await vi.waitFor(async () => expect(await db.notices.count()).toBe(1), soon)
  const [start, behind] = await db.outbox.orderBy('order').toArray()
  expect(behind).toMatchObject({ command: { text: 'Two' }, refusal: null })
  await handlers['discard-message']({ clientId: start?.clientId ?? never() })
  expect(await db.outbox.count()).toBe(0)
  expect(await db.notices.count()).toBe(0)
})

test('W14, P1: a visitor who is asked is waited for; declined, the chat is over and on no list', async () => {
  const account = await signIn()
  const agent = apiOf(account)
  await agent.saveGroup({
    params: { groupId: everyone },
    body: { name: 'Everyone', settings: { ...defaultGroupSettings, proactive: 'asked' }, members: [account.agent.id] },
  })
  const vera = await aVisitor(server, 'Vera')
  await isOn(vera, aTab(), '/lamps')
  await looks(50)
  const seen = await whoIsSeen(account.id, vera)
  const chatId = await startVisitorChat(account.id, seen, 'Can I help?')
  await handlers.kick({})
  const chat = async () => (await db.chats.get([account.id, chatId]))?.chat
  await vi.waitFor(async () => expect(await chat()).toMatchObject({ phase: 'active', invitation: 'asked' }), soon)
  await vi.waitFor(
    async () => expect((await db.visitors.get([account.id, vera.id]))?.seen).toMatchObject({ dot: 'pink', chatId }),
    soon,
  )
  await vera.api.answerInvitation({ params: { chatId }, body: { clientId: newId(), accept: false } })
  await vi.waitFor(async () => expect(await chat()).toMatchObject({ phase: 'ended', outcome: 'missed' }), soon)
  expect(await db.followUps.count()).toBe(0)
})

test('A10: what is known of a visitor is asked for when somebody looks, and says when they left', async () => {
  const account = await signIn()
  const [vera, tab] = [await aVisitor(server, 'Vera'), aTab()]
  await isOn(vera, tab, '/lamps')
  const asked = { accountId: account.id, visitorId: vera.id }
  const known = () => db.visits.get([account.id, vera.id])
  await handlers['learn-visit'](asked)
  expect(await known()).toMatchObject({ seen: { page: pageAt('/lamps') }, chats: 0 })
  await vera.api.reportVisit({ body: { visitId: tab, page: pageAt('/lamps'), state: 'gone' } })
  await vi.waitFor(async () => {
    await handlers['learn-visit'](asked)
    expect(await known()).toMatchObject({ seen: null })
  }, soon)
})

test('A42: those who are on one page are counted', async () => {
  const { id: accountId } = await signIn()
  await isOn(await aVisitor(server, 'Vera'), aTab(), '/here?from=mail')
  await isOn(await aVisitor(server, 'Noa'), aTab(), '/elsewhere')
  const counted = await handlers['count-on-page']({ accountId, page: 'https://shop.example/here' })
  expect(counted).toEqual({ ok: true, value: { visitors: 1 } })
  network.isUp = false
  expect(await handlers['count-on-page']({ accountId, page: 'https://shop.example/here' })).toMatchObject({ ok: false })
})

/** The list is asked for every two seconds; on a busy machine it takes longer. */
const soon = { timeout: 15_000, interval: 50 }

async function signIn(): Promise<AccountRow & { readonly token: string }> {
  network.asked.length = 0
  const { url: serverUrl, adminUsername: username, adminPassword: password } = server
  await addAccount({ serverUrl, username, password }, fetch)
  const [account] = await db.accounts.toArray()
  if (!account?.token) throw new Error('Not signed in')
  await pool.ensure()
  return { ...account, token: account.token }
}

const apiOf = ({ token }: { readonly token: string }): ApiClient => createApiClient(server.url, fetch, () => token)

async function whoIsSeen(accountId: AccountId, visitor: ApiPerson) {
  const row = await vi.waitFor(async () => (await db.visitors.get([accountId, visitor.id])) ?? never(), soon)
  return row.seen
}

const isOn = (visitor: ApiPerson, visitId: VisitId, path: string) =>
  visitor.api.reportVisit({ body: { visitId, page: pageAt(path), state: 'active' } })

const attempts = async () => (await db.outbox.toArray())[0]?.attempts ?? 0
const pageAt = (path: string) => ({ url: `https://shop.example${path}`, title: path })
const newId = <Id extends string>() => crypto.randomUUID() as string as Id
const aTab = () => newId<VisitId>()
const never = (): never => {
  throw new Error('Not there')
}
