import { randomUUID } from 'node:crypto'
import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings, type GroupSettings } from '#shared/contract/groups.ts'
import { type ChatId, type ClientId, everyone } from '#shared/contract/ids.ts'
import type { AccountId } from '../../../extension/core/db.ts'
import type { Desk } from '../../support/desk.ts'
import { addAgent } from '../support/add-agent.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { hideExtension } from '../support/hidden-extension.ts'
import { aVisitorWaits } from '../support/visitor.ts'

const clientId = () => randomUUID() as ClientId

test('A22: with no page of the extension open a request rings until a colleague takes it, or the visitor is gone', async ({
  agent,
  server,
}) => {
  await everyoneIs(server, { visitorMayEnd: 'always' })
  await agent.signIn(server)
  const hidden = await hideExtension(agent)

  const maria = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(hidden.sounds).toBe(true)
  expect((await hidden.targets()).toSorted()).toEqual(['/background.js', '/offscreen.html'])
  const mia = await signedIn(server, await addAgent(server, 'Mia'))
  await mia.acceptChat({ params: { chatId: maria.chatId }, body: { clientId: clientId() } })
  await expect.poll(hidden.targets).toEqual(['/background.js'])

  const gone = await aVisitorWhoGoes(server)
  await expect.poll(hidden.sounds).toBe(true)
  await gone()
  await expect.poll(hidden.targets).toEqual(['/background.js'])
})

test('A22: in do-not-disturb hours nothing rings or notifies, but badge and list go on; after them it rings', async ({
  agent,
  server,
}) => {
  const accountId = await agent.signIn(server)
  const options = await agent.open('options.html')
  const quiet = options.getByRole('region', { name: 'Do not disturb' })
  const switched = quiet.getByRole('checkbox', { name: 'Do not disturb at these hours' })
  await switched.check()
  // From midnight to midnight: whenever this test runs.
  await quiet.getByLabel('From').fill('00:00')
  await quiet.getByLabel('To').fill('00:00')
  await expect(quiet.getByText('A whole day.')).toBeVisible()

  const { chatId } = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })
  const panel = await agent.open('sidepanel.html')
  await expect(panel.getByText('Do not disturb', { exact: true })).toBeVisible()
  await panel.getByRole('tab', { name: 'Waiting' }).click()
  await expect(panel.getByRole('article', { name: 'Maria' })).toBeVisible()
  expect([await agent.rings(), await agent.notifications()]).toEqual([false, []])

  await switched.uncheck()
  await expect.poll(agent.rings).toBe(true)
  await expect.poll(agent.notifications).toEqual([`request/${accountId}/${chatId}`])
})

test('R14: an answer that is due soon warns once, in notification, badge and list, until it is given', async ({
  agent,
  server,
}) => {
  await everyoneIs(server, { firstAnswerTarget: 5 })
  const accountId = await agent.signIn(server)
  const { chatId } = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const warning = `due/${accountId}/${chatId}`
  await expect.poll(agent.notifications).toContain(warning)
  await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting, 1 answer overdue' })

  const panel = await agent.open('sidepanel.html')
  await panel.setViewportSize({ width: 360, height: 640 })
  await panel.getByRole('tab', { name: 'Waiting' }).click()
  const card = panel.getByRole('article', { name: 'Maria' })
  await expect(card.getByText(/^Overdue by \d:\d\d$/)).toBeVisible()
  await card.getByRole('button', { name: 'Accept' }).click()
  const talk = panel.getByRole('region', { name: 'Maria' })
  await expect(talk.getByText(/^Overdue by/)).toBeVisible()
  await talk.getByRole('textbox', { name: 'Message' }).fill('Good morning')
  await talk.getByRole('button', { name: 'Send' }).click()
  await expect(talk.getByText(/^Overdue by/)).toHaveCount(0)
  await expect.poll(agent.notifications).not.toContain(warning)
  await expect.poll(agent.badge).toEqual({ text: '', title: 'Deskbell' })
  await panel.getByRole('button', { name: 'Back to the list' }).click()
  await expect(panel.getByRole('tab', { name: 'My chats', selected: true })).toBeVisible()
})

test('A20: each event of the visitor in a monitored chat notifies, also when the worker died meanwhile', async ({
  agent,
  server,
}) => {
  const accountId = await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const { chatId } = visitor
  await expect.poll(agent.rings).toBe(true)
  await agent.command('accept-chat', { accountId: accountId as AccountId, chatId })
  const panel = await agent.open('sidepanel.html')
  await panel.setViewportSize({ width: 360, height: 640 })
  await panel.getByRole('button', { name: 'Maria' }).click()
  await panel.getByRole('button', { name: 'More' }).click()
  await panel.getByRole('menuitemradio', { name: 'The visitor’s activity' }).click()
  await expect(panel.getByText('Monitor: The visitor’s activity')).toBeAttached()
  await panel.getByRole('button', { name: 'Back to the list' }).click()
  // Nobody looks at it any more.
  await expect.poll(() => agent.rows('views')).toEqual([])

  const told = async () => (await agent.notifications()).filter((id) => id.startsWith('event/')).toSorted()
  const event = (seq: number) => `event/${accountId}/${chatId}/${seq}`
  await visitor.write('One')
  await expect.poll(told).toEqual([event(4)])
  await agent.killWorker()
  await visitor.write('Two')
  await agent.command('kick', {})
  await expect.poll(told).toEqual([event(4), event(5)])
  // Read in the panel: both are over.
  await panel.getByRole('button', { name: 'Maria' }).click()
  await expect.poll(told).toEqual([])
})

async function signedIn(server: Desk, body: { readonly username: string; readonly password: string }) {
  const { token } = await createApiClient(server.url, fetch).signIn({ body })
  return createApiClient(server.url, fetch, () => token)
}

/** The settings of the group that every agent is in. */
async function everyoneIs(server: Desk, settings: Partial<GroupSettings>) {
  const api: ApiClient = await signedIn(server, { username: server.adminUsername, password: server.adminPassword })
  const { groups } = await api.listGroups({})
  const { name = 'Everyone', members = [] } = groups.find(({ id }) => id === everyone) ?? {}
  const body = { name, settings: { ...defaultGroupSettings, ...settings }, members }
  await api.saveGroup({ params: { groupId: everyone }, body })
}

/** Somebody asks for a chat; called, they go away again. */
async function aVisitorWhoGoes(server: Desk): Promise<() => Promise<unknown>> {
  const { token } = await createApiClient(server.url, fetch).openVisitorSession({ body: { name: 'Nikos' } })
  const api = createApiClient(server.url, fetch, () => token)
  const chatId = randomUUID() as ChatId
  const page = { url: 'https://shop.example/prices', title: 'Prices' }
  await api.startChat({ body: { chatId, clientId: clientId(), page, language: 'en' } })
  return () => api.endChat({ params: { chatId }, body: { clientId: clientId() } })
}
