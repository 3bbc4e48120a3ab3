import { afterEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Alert } from '../../../extension/background/attention/alerts-of.ts'
import { showAlerts } from '../../../extension/background/attention/show-alerts.ts'
import { emptyDatabase } from '../core/empty-database.ts'

emptyDatabase()

afterEach(() => vi.restoreAllMocks())

test('A1: one notification per request, however often it is looked at, and also after the worker’s death', async () => {
  const created = watchCreated()
  await showAlerts([aRequest])
  await showAlerts([aRequest])
  expect(created()).toEqual([aRequest.id])
  expect(await shown()).toEqual([aRequest.id])
})

test('A22: it closes when the request is taken or withdrawn', async () => {
  await showAlerts([aRequest])
  await showAlerts([])
  expect(await shown()).toEqual([])
})

test('A1: what the agent closed stays closed', async () => {
  await showAlerts([aRequest])
  await fakeBrowser.notifications.clear(aRequest.id)
  await showAlerts([aRequest])
  expect(await shown()).toEqual([])
})

test('A2: a further reply in the same chat notifies again', async () => {
  const created = watchCreated()
  await showAlerts([aReply(4)])
  await showAlerts([aReply(4)])
  await showAlerts([aReply(6)])
  expect(created()).toEqual(['reply/account/chat', 'reply/account/chat'])
})

test('A1: a request that comes back after it was over notifies again', async () => {
  const created = watchCreated()
  await showAlerts([aRequest])
  await showAlerts([])
  await showAlerts([aRequest])
  expect(created()).toHaveLength(2)
})

const aRequest: Alert = {
  id: 'request/account/chat',
  title: 'Maria is waiting',
  message: 'Hello?',
  buttons: ['Accept', 'Decline'],
  stays: true,
  version: 0,
}
const aReply = (version: number): Alert => ({
  id: 'reply/account/chat',
  title: 'Maria',
  message: 'Hello?',
  buttons: [],
  stays: false,
  version,
})
const shown = async () => Object.keys(await fakeBrowser.notifications.getAll())

/** Ids of the notifications that are made from now on, in order. */
function watchCreated(): () => string[] {
  const create = vi.spyOn(fakeBrowser.notifications, 'create')
  return () => create.mock.calls.map(([id]) => String(id))
}
