import type { Page } from '@playwright/test'
import type { AccountId, ChatRow } from '../../../extension/core/db.ts'
import type { Desk } from '../../support/desk.ts'
import { addAgent } from '../support/add-agent.ts'
import type { AgentBrowser } from '../support/agent-browser.ts'
import { expect, test } from '../support/extension-fixtures.ts'

/** On a busy machine a browser takes a while to hear. */
const soon = { timeout: 40_000 }

test('A14, A17: Ana asks Ben from the team; it rings at him alone, and they talk', async ({
  agent,
  anotherAgent,
  server,
}) => {
  const { ben } = await twoColleagues(server, agent, anotherAgent)
  const panel = await agent.open('sidepanel.html')
  // As narrow as a panel is: the list or the chat, one at a time.
  await panel.setViewportSize({ width: 360, height: 640 })
  await ask(panel, 'Have you a minute?')
  await expect(panel.getByText('Waiting for Ben to accept')).toBeVisible()
  await expect(panel.getByRole('list', { name: 'Who is in this chat' })).toHaveText('Not in the chat · Online')
  await expect.poll(anotherAgent.rings, soon).toBe(true)
  expect(await agent.rings()).toBe(false)

  const popup = await anotherAgent.open('popup.html')
  await expect(popup.getByRole('article', { name: 'Ana' })).toContainText('Have you a minute?')
  await expect(popup.getByRole('article', { name: 'Ana' })).toContainText('Colleague')
  await anotherAgent.pressNotification(`request/${ben}/${await chatOf(anotherAgent)}`, 0)
  await expect(panel.getByRole('list', { name: 'Who is in this chat' })).toHaveText('Online', soon)
  await expect.poll(anotherAgent.rings, soon).toBe(false)

  const desk = await anotherAgent.open('sidepanel.html')
  await desk.getByRole('list', { name: 'My chats' }).getByRole('button', { name: /Ana/ }).click()
  await desk.getByRole('textbox', { name: 'Message' }).pressSequentially('Of course')
  await expect(panel.getByText('Ben is typing…')).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(panel.getByRole('log')).toContainText('Of course')
  await expect(panel.getByText(/Read$/)).toBeVisible()
  await expect(desk.getByText(/Read$/)).toBeVisible()

  await panel.getByRole('button', { name: 'Back to the list' }).click()
  await panel.getByRole('tab', { name: /My chats/ }).click()
  await desk.getByRole('textbox', { name: 'Message' }).fill('What is it about?')
  await desk.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /Ben.*Colleague.*1 unread message/ })).toBeVisible()
  await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 new reply' })

  await desk.getByRole('button', { name: 'End chat' }).click()
  await desk
    .getByRole('group', { name: /^End the chat/ })
    .getByRole('button', { name: 'End chat' })
    .click()
  await expect(panel.getByRole('list', { name: 'Ended' }).getByRole('button', { name: /Ben/ })).toBeVisible()
})

test('A14, P2: it waits for Ben while he is busy; back, he declines, and Ana is told who did', async ({
  agent,
  anotherAgent,
  server,
}) => {
  const { ben } = await twoColleagues(server, agent, anotherAgent)
  const panel = await agent.open('sidepanel.html')
  await panel.getByRole('tab', { name: 'Team' }).click()
  await anotherAgent.command('set-status', { accountId: ben, status: 'busy' as never })
  // Pushed, not asked for.
  await expect(panel.getByRole('button', { name: /Ben.*Busy/ })).toBeVisible(soon)
  await ask(panel, 'Can you take Lagos?')
  const desk = await anotherAgent.open('sidepanel.html')
  await desk.getByRole('tab', { name: /Waiting/ }).click()
  await expect(desk.getByText('It rings when you take chats again.')).toBeVisible(soon)
  expect(await anotherAgent.rings()).toBe(false)

  await anotherAgent.command('set-status', { accountId: ben, status: 'online' as never })
  await expect.poll(anotherAgent.rings, soon).toBe(true)
  await desk.getByRole('article', { name: 'Ana' }).getByRole('button', { name: 'Decline' }).click()
  await expect(panel.getByRole('log')).toContainText('Ben declined', soon)
  await expect.poll(anotherAgent.rings, soon).toBe(false)
  await expect(desk.getByText('Nobody is waiting')).toBeVisible()
})

async function ask(panel: Page, text: string) {
  await panel.getByRole('tab', { name: 'Team' }).click()
  await panel.getByRole('list', { name: 'Team' }).getByRole('button', { name: /Ben/ }).click()
  await panel.getByRole('textbox', { name: 'First message to Ben' }).fill(text)
  await panel.getByRole('button', { name: 'Start chat' }).click()
  await expect(panel.getByRole('log')).toContainText(text)
}

/** Ana in the one browser and Ben in the other; gives their accounts there. */
async function twoColleagues(server: Desk, one: AgentBrowser, other: AgentBrowser) {
  const ana = await one.signIn(server, await addAgent(server, 'Ana'))
  const ben = await other.signIn(server, await addAgent(server, 'Ben'))
  return { ana: ana as AccountId, ben: ben as AccountId }
}

async function chatOf(browser: AgentBrowser) {
  const [row] = await browser.rows<ChatRow>('chats')
  if (!row) throw new Error('This browser has no chat.')
  return row.chatId
}
