import type { ChatRow } from '../../../extension/core/db.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'

declare const chrome: { runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> } }
const openSidePanels = async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length

test('A1: Accept in the popup takes the chat and opens the real side panel at it', async ({ agent, server }) => {
  await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Do you ship to Crete?')
  const popup = await agent.open('popup.html')
  const card = popup.getByRole('article', { name: 'Maria' })
  await expect(card).toContainText('Do you ship to Crete?')
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(async () => (await agent.rows<ChatRow>('chats')).map(({ list }) => list)).toEqual(['mine'])

  const anyPage = await agent.open('options.html')
  await expect.poll(() => anyPage.evaluate(openSidePanels)).toBe(1)
  const panel = await agent.openSidePanel()
  await expect(panel.getByRole('log')).toContainText('You accepted the chat')
  await panel.getByRole('textbox', { name: 'Message' }).fill('Yes, within five days.')
  await panel.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect.poll(visitor.messages).toContain('agent: Yes, within five days.')
  await expect(panel.getByRole('log')).toContainText(/Sent|Delivered/)
  await visitor.reads(4)
  await expect(panel.getByRole('log')).toContainText('Read')
})

test('A1: Decline in the popup leaves nobody waiting here, and the request waits on', async ({ agent, server }) => {
  await agent.signIn(server)
  await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const popup = await agent.open('popup.html')
  await popup.getByRole('button', { name: 'Decline' }).click()
  await expect(popup.getByText('Nobody is waiting')).toBeVisible()
  await expect(popup.getByText('One request that you declined still waits.')).toBeVisible()
})

test('A5: the options sign in to a real server, and say what is wrong', async ({ agent, server }) => {
  const options = await agent.open('options.html')
  await options.getByLabel('Server address').fill(server.agentUrl)
  await options.getByLabel('Username').fill(server.adminUsername)
  await options.getByLabel('Password').fill('not the password')
  await options.getByRole('button', { name: 'Sign in' }).click()
  await expect(options.getByRole('alert')).toContainText('password is wrong')
  await expect(options.getByLabel('Password')).toBeFocused()
  await options.getByLabel('Password').fill(server.adminPassword)
  await options.getByRole('button', { name: 'Sign in' }).click()
  await expect(options.getByRole('article')).toContainText('Online')

  await options.getByRole('button', { name: 'Sign out' }).click()
  await expect(options.getByRole('article')).toContainText('Signed out')
  await options.getByRole('button', { name: 'Remove' }).click()
  await options.getByRole('group').getByRole('button', { name: 'Remove' }).click()
  await expect(options.getByLabel('Server address')).toBeVisible()
})

test('A5: an address where nothing answers is said at the address', async ({ agent }) => {
  const options = await agent.open('options.html')
  await options.getByLabel('Server address').fill('http://127.0.0.1:9')
  await options.getByLabel('Username').fill('ana')
  await options.getByLabel('Password').fill('secret')
  await options.getByRole('button', { name: 'Sign in' }).click()
  await expect(options.getByRole('alert')).toContainText('No Deskbell server answered at http://127.0.0.1:9')
  await expect(options.getByLabel('Server address')).toBeFocused()
  await expect(options.getByLabel('Password')).toHaveValue('secret')
})
