import type { Locator, Page } from '@playwright/test'
import { createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import type { Desk } from '../../support/desk.ts'
import type { Shop } from '../main-job/shop.ts'
import { expect, test } from '../main-job/stage.ts'

/** A page of the shop, another in each test, with the owner's option that whoever is there is seen, also before they act. */
const pageOf = (shop: Shop, name: string) => shop.withSettings({ visitors: 'everyone' }).replace('/?', `/${name}?`)

test('A4, W14: push chat opens the visitor’s panel', async ({ visitor, ana, shop }) => {
  await visitor.page.goto(pageOf(shop, 'begun'))
  const card = await visitorOn(ana.page, visitor.page.url())
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
  await visitor.page.goto(shop.url)
  await expect(pane.getByRole('link', { name: /^Lamps/ })).toBeVisible()
  await expect(pane.getByRole('link', { name: /^Prices/ })).toBeVisible()

  await ana.page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(await visitorOn(ana.page, shop.url)).toContainText('In a chat with you')
})

test('W14, P1: where visitors are asked first, the agent sees them asked, and then accept', async ({
  visitor,
  ana,
  shop,
  server,
}) => {
  const undo = await askFirst(server)
  try {
    await visitor.page.goto(pageOf(shop, 'asked'))
    await startChat(await visitorOn(ana.page, visitor.page.url()), 'May I help?')
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
  await visitor.page.goto(pageOf(shop, 'first'))
  await visitorOn(ana.page, visitor.page.url())
  await agent.killWorker()
  await visitor.page.goto(pageOf(shop, 'second'))
  const card = await visitorOn(ana.page, visitor.page.url())
  await visitor.page.goto('about:blank')
  await expect(card).toBeHidden({ timeout: 30_000 })
})

/** The card of whoever is on that page, who has not said their name. */
async function visitorOn(panel: Page, url: string): Promise<Locator> {
  await panel.getByRole('tab', { name: 'Visitors' }).click()
  const card = panel.getByRole('article', { name: 'Visitor' }).filter({ has: panel.locator(`a[href="${url}"]`) })
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
