// @vitest-environment node
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { StatusId } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import { addAccount } from '../../../extension/background/accounts/add-account.ts'
import { signOut } from '../../../extension/background/accounts/end-session.ts'
import { createHandlers } from '../../../extension/background/commands/handlers.ts'
import { openPusherWire } from '../../../extension/background/connections/open-pusher-wire.ts'
import { createPool } from '../../../extension/background/connections/pool.ts'
import type { AdminRequest } from '../../../extension/core/administration.ts'
import { type AccountRow, db } from '../../../extension/core/db.ts'
import { anAdministrator, anAgent } from '../../support/api-people.ts'
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

/** Whether requests get through. */
let isReachable = true
beforeEach(() => {
  isReachable = true
})
const send: typeof fetch = (...request) =>
  isReachable ? fetch(...request) : Promise.reject(new TypeError('no network'))
const pool = createPool({ fetch: send, openWire: openPusherWire, random: Math.random, isIdle: async () => false })
const { administer } = createHandlers(pool, send)
afterEach(async () => {
  await db.accounts.clear()
  await pool.ensure()
})

async function signIn(username: string, password: string): Promise<AccountRow> {
  await addAccount({ serverUrl: server.url, username, password }, fetch)
  const [account] = await db.accounts.toArray()
  if (!account) throw new Error('Not signed in')
  return account
}
const asAdministrator = () => signIn(server.adminUsername, server.adminPassword)

test('D1: signing in says who is an administrator, and an account from before learns it when it connects', async () => {
  const { id } = await asAdministrator()
  expect((await db.accounts.get(id))?.role).toBe('administrator')
  await db.accounts.where({ id }).modify((row) => {
    delete (row as { role?: string }).role
  })
  await pool.ensure()
  await vi.waitFor(async () => expect((await db.accounts.get(id))?.role).toBe('administrator'))
})

test('D1: what an administrator asks is done on the server, and its answer comes back', async () => {
  const { id: accountId } = await asAdministrator()
  const listed = await administer({ accountId, request: { operation: 'listGroups', input: {} } })
  expect(listed).toMatchObject({ ok: true, value: { result: { groups: [{ id: everyone, name: 'Everyone' }] } } })
})

test('P2: a status that is added can be chosen from the agent’s own menu at once', async () => {
  const { id: accountId } = await asAdministrator()
  const statusId = crypto.randomUUID() as string as StatusId
  const input = { params: { statusId }, body: { name: 'Lunch', takesChats: false } }
  await administer({ accountId, request: { operation: 'saveStatus', input } })
  await vi.waitFor(async () =>
    expect((await db.accounts.get(accountId))?.statuses).toContainEqual({
      id: statusId,
      ...input.body,
      builtIn: false,
    }),
  )
  await administer({ accountId, request: { operation: 'removeStatus', input: { params: { statusId } } } })
  await vi.waitFor(async () => expect((await db.accounts.get(accountId))?.statuses).toHaveLength(4))
})

test('D1: administrators who rename themselves are called so here at once', async () => {
  const { id: accountId, agent } = await asAdministrator()
  const input = { params: { agentId: agent.id }, body: { name: 'Ana Silva', capacity: 5 } }
  await administer({ accountId, request: { operation: 'updateAgent', input } })
  expect((await db.accounts.get(accountId))?.agent).toEqual({ id: agent.id, name: 'Ana Silva' })
})

test('D1: a refusal comes back with the fields that it is about', async () => {
  const { id: accountId } = await asAdministrator()
  const input = { body: { username: 'ben', name: ' ', password: 'short' } }
  const answer = await administer({ accountId, request: { operation: 'createAgent', input } })
  expect(answer).toMatchObject({
    ok: false,
    refusal: {
      code: 'invalid-request',
      issues: [expect.stringMatching(/^body\.name: /), expect.stringMatching(/^body\.password: /)],
    },
  })
})

test('D1: offline and signed out it says so, and keeps nothing to do later', async () => {
  const { id: accountId } = await asAdministrator()
  const request: AdminRequest = { operation: 'listAgents', input: {} }
  isReachable = false
  expect(await administer({ accountId, request })).toMatchObject({
    ok: false,
    refusal: { code: 'unavailable', message: expect.stringContaining('What you typed is kept here') },
  })
  isReachable = true
  await signOut(accountId, fetch)
  expect(await administer({ accountId, request })).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } })
})

test('D1: who is no administrator is refused by the server, and nobody is let do anything else this way', async () => {
  const ben = await anAgent(server, await anAdministrator(server), 'Ben')
  const row = await asAdministrator()
  await db.accounts.update(row.id, { token: ben.token, agent: { id: ben.id, name: 'Ben' } })
  const accountId = row.id
  expect(await administer({ accountId, request: { operation: 'listAgents', input: {} } })).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden' },
  })
  const other = { operation: 'signOut', input: {} } as unknown as AdminRequest
  await expect(administer({ accountId, request: other })).rejects.toThrow('signOut is nothing that administrators do')
})
