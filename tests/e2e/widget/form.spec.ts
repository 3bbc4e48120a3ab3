import type { Browser, Page } from '@playwright/test'
import { chatStream } from '#shared/contract/streams.ts'
import { aToken } from '../../server/identity/sign.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, type Site, test, widgetOn } from './world.ts'

const fields = [
  { key: 'orderNumber', type: 'text', label: 'Order number', required: true },
  { key: 'mail', type: 'email', label: 'Your address' },
  { key: 'shop', type: 'list', label: 'Which shop?', options: ['Berlin', 'Porto'] },
  { key: 'terms', type: 'consent', label: 'I agree to the terms' },
]
const calls = (...all: unknown[][]) => {
  const queue = 'window.Deskbell=window.Deskbell||function(){(Deskbell.q=Deskbell.q||[]).push(arguments)};'
  return `<script>${queue}${all.map((call) => `Deskbell(${call.map((part) => JSON.stringify(part)).join()})`).join(';')}</script>`
}

test('W9: the owner’s questions are asked, checked at their fields, and told to the agent', async ({
  page,
  nearby,
  agent,
}) => {
  await page.goto(nearby.page({ config: { fields }, head: calls(['fields', { shop: 'Porto' }]) }))
  const { chat, launcher, message } = widgetOn(page)
  await launcher.click()
  await expect(chat.getByLabel('Which shop?')).toHaveValue('Porto')
  await chat.getByLabel('Your name').fill('Frieda')
  await chat.getByLabel('Your address').fill('frieda@')
  await message.fill('Where is it?')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(chat.getByLabel('Order number')).toBeFocused()
  await expect(chat.getByText('Please fill this in.')).toBeVisible()
  await expect(chat.getByText(/^Please write a whole e-mail address/)).toBeVisible()
  await expect(chat.getByText('The chat can begin once you agree.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await chat.getByLabel('Order number').fill('4711')
  await chat.getByLabel('Your address').fill('frieda@example.com')
  await chat.getByLabel('I agree to the terms').check()
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const chatId = await agent.chatOf('Frieda')
  const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
  expect(events[0]?.event).toMatchObject({
    type: 'chat-requested',
    fields: [
      { key: 'orderNumber', label: 'Order number', value: '4711' },
      { key: 'mail', value: 'frieda@example.com' },
      { key: 'shop', value: 'Porto' },
      { key: 'terms', type: 'consent', label: 'I agree to the terms', value: 'true', at: expect.any(Number) },
    ],
  })
  await expect(chat.getByText('Where is it?')).toBeVisible()
  await agent.accept(chatId)
  await agent.end(chatId)
})

test('W9, W11: whom the site has signed is asked nothing, and finds the chat on another device; a claim finds none', async ({
  page,
  browser,
  nearby,
  agent,
}) => {
  const { secret } = await agent.api.getIdentitySecret({})
  const token = aToken({ sub: 'customer-7', name: 'Vera Lind', exp: Date.now() / 1000 + 3600 }, secret)
  const config = { fields: fields.slice(0, 3) }
  const signed = calls(['identify', { token }], ['fields', { orderNumber: '4711' }])
  await page.goto(nearby.page({ config, head: signed }))
  const { chat, launcher, message } = widgetOn(page)
  await launcher.click()
  await expect(message).toBeVisible()
  await expect(chat.getByRole('button', { name: 'Send' })).toBeVisible()
  await expect(chat.getByLabel('Your name')).toHaveCount(0)
  await expect(chat.getByLabel('Order number')).toHaveCount(0)
  await message.fill('It is me')
  await message.press('Enter')
  const chatId = await agent.chatOf('Vera Lind')
  const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
  expect(events[0]?.event).toMatchObject({
    identity: { id: 'customer-7', signed: ['name'] },
    fields: [{ key: 'orderNumber', value: '4711' }],
  })
  await agent.accept(chatId)
  await agent.say(chatId, 'Hello, Vera')

  const other = await elsewhere(browser, nearby, signed, config)
  await other.launcher.click()
  await expect(other.chat.getByText('Hello, Vera')).toBeVisible()
  await expect(other.chat.getByText('It is me')).toBeVisible()

  const claims = calls(['identify', { id: 'customer-7', name: 'Vera Lind' }], ['fields', { orderNumber: '4711' }])
  const eve = await elsewhere(browser, nearby, claims, config)
  await eve.launcher.click()
  await expect(eve.message).toBeVisible()
  await expect(eve.chat.getByText('Hello, Vera')).toHaveCount(0)
  await agent.end(chatId)
  for (const { page: opened } of [other, eve]) await opened.context().close()
})

/** The same page on another device. */
async function elsewhere(
  browser: Browser,
  site: Site,
  head: string,
  config: object,
): Promise<ReturnType<typeof widgetOn> & { readonly page: Page }> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(site.page({ config, head }))
  return { page, ...widgetOn(page) }
}
