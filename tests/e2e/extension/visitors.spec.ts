import type { Locator, Page } from '@playwright/test'
import { createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import type { Desk } from '../../support/desk.ts'
import { expect, test } from '../main-job/stage.ts'

/** The owner's option: whoever is on a page is seen, also before they act. */
const seen = { visitors: 'everyone' }

test('A4, W14: push chat opens the visitor’s panel', async ({ visitor, ana, shop }) => {
  await visitor.page.goto(shop.withSettings(seen))
  const card = await visitorIn(ana.page, 'Lamps')
  await expect(card).toContainText('Active on the site')
  await startChat(card, 'May I help?')
  await expect(ana.bubble('May I help?')).toBeVisible()

  // The visitor has touched nothing.
  await expect(visitor.bubble('May I help?')).toBeVisible()
  await expect(visitor.frame).toBeVisible()
  await visitor.write('Which lamp is the brightest?')
  await expect(ana.bubble('Which lamp is the brightest?')).toBeVisible()
  await ana.write('The one by the window.')
  await expect(visitor.bubble('The one by the window.')).toBeVisible()
  expect(await ana.transcript()).toEqual([
    'You: May I help?',
    'Visitor: Which lamp is the brightest?',
    'You: The one by the window.',
  ])

  await ana.page.getByRole('button', { name: 'About the visitor' }).click()
  const pane = ana.page.getByRole('region', { name: 'About the visitor' })
  await expect(pane).toContainText('Active on the site')
  await visitor.page.goto(`${shop.url}prices`)
  await expect(pane.getByRole('link', { name: /^Prices/ })).toBeVisible()
  await expect(pane.getByRole('link', { name: /^Lamps/ })).toBeVisible()

  await ana.page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(await visitorIn(ana.page, 'Prices')).toContainText('In a chat with you')
})

test('W14, P1: where visitors are asked first, the agent sees them asked, and then accept', async ({
  visitor,
  ana,
  shop,
  server,
}) => {
  const undo = await askFirst(server)
  try {
    await visitor.page.goto(shop.withSettings(seen).replace('/?', '/prices?'))
    await startChat(await visitorIn(ana.page, 'Prices'), 'May I help?')
    await expect(ana.page.getByText('Waiting for Visitor to accept')).toBeVisible()
    await visitor.chat.getByRole('button', { name: 'Accept' }).click()
    await expect(ana.log.getByText('Visitor accepted')).toBeVisible()
    await expect(ana.page.getByText('Waiting for Visitor to accept')).toBeHidden()
    await visitor.write('Yes, please')
    await expect(ana.bubble('Yes, please')).toBeVisible()
  } finally {
    await undo()
  }
})

test('A3: the list follows its visitors from page to page, also after the worker died, until they leave', async ({
  visitor,
  ana,
  agent,
  shop,
}) => {
  const first = shop.withSettings(seen)
  await visitor.page.goto(first)
  await visitorIn(ana.page, 'Lamps')
  await agent.killWorker()
  await visitor.page.goto(first.replace('/?', '/prices?'))
  const card = await visitorIn(ana.page, 'Prices')
  await expect(card.getByRole('link', { name: /Prices/ })).toHaveAttribute('href', visitor.page.url())
  await visitor.page.goto('about:blank')
  await expect(card).toBeHidden({ timeout: 30_000 })
})

/** The card of whoever is on that page, who has not said their name. */
async function visitorIn(panel: Page, title: string): Promise<Locator> {
  await panel.getByRole('tab', { name: 'Visitors' }).click()
  const card = panel.getByRole('article', { name: 'Visitor' }).filter({ hasText: `${title} ·` })
  await expect(card).toBeVisible()
  return card
}

async function startChat(card: Locator, text: string) {
  await card.getByRole('button', { name: 'Start chat' }).click()
  const message = card.getByRole('textbox', { name: 'First message to Visitor' })
  await expect(message).toBeFocused()
  await message.fill(text)
  await message.press('Enter')
}

/** Has visitors asked before they are in a chat that an agent begins; gives how to undo it. */
async function askFirst({ url, adminUsername: username, adminPassword: password }: Desk) {
  const { token } = await createApiClient(url, fetch).signIn({ body: { username, password } })
  const api = createApiClient(url, fetch, () => token)
  const { groups } = await api.listGroups({})
  const members = groups.find(({ id }) => id === everyone)?.members ?? []
  const save = (proactive: 'joined' | 'asked') =>
    api.saveGroup({
      params: { groupId: everyone },
      body: { name: 'Everyone', settings: { ...defaultGroupSettings, proactive }, members },
    })
  await save('asked')
  return () => save('joined')
}
