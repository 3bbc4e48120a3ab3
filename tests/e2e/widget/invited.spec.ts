import { randomUUID } from 'node:crypto'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { visitLease } from '#shared/contract/visits.ts'
import { setEveryone } from './everyone.ts'
import { type Agent, expect, test, widgetOn } from './world.ts'

const everyone = { config: { visitors: 'everyone' } }

const visitorsOf = async ({ api }: Agent) => (await api.listVisitors({ query: {} })).visitors

/** The visitor whom agents see on this page. */
async function visitorOn(agent: Agent, url: string) {
  const look = async () => (await visitorsOf(agent)).find(({ page }) => page.url === url)
  await expect.poll(look, { message: `somebody is on ${url}` }).toBeTruthy()
  const found = await look()
  if (!found) throw new Error(`Nobody is on ${url} any more.`)
  return found
}

async function invite({ api }: Agent, visitorId: ActorId, text: string): Promise<ChatId> {
  const chatId = randomUUID() as string as ChatId
  await api.startVisitorChat({
    params: { visitorId },
    body: { chatId, clientId: randomUUID() as string as ClientId, text },
  })
  return chatId
}

for (const where of ['site', 'nearby'] as const)
  test(`W14: a chat that an agent begins opens the panel of a visitor in one tab, and takes no focus (${where})`, async ({
    context,
    agent,
    site,
    nearby,
  }) => {
    const address = (where === 'site' ? site : nearby).page(everyone)
    const other = await context.newPage()
    await other.goto(`${address}other`)
    await visitorOn(agent, `${address}other`)
    const page = await context.newPage()
    await page.goto(address)
    const { visitor, dot, chatId } = await visitorOn(agent, address)
    expect([visitor.name, dot, chatId]).toEqual(['', 'green', null])
    const field = page.getByLabel('Search')
    await field.click()
    await field.pressSequentially('ket')

    const id = await invite(agent, visitor.id, 'May I help?')
    const { chat, launcher, message } = widgetOn(page)
    await expect(chat.getByText('May I help?')).toBeVisible()
    await expect(launcher).toHaveAttribute('aria-expanded', 'true')
    await expect(field).toBeFocused()
    await page.keyboard.type('tle')
    await expect(field).toHaveValue('kettle')
    await expect(other.getByTitle('Chat')).toBeHidden()

    await message.fill('Yes, please')
    await message.press('Enter')
    const said = async () => {
      const { events } = await agent.api.listEvents({ params: { stream: `chat:${id}` as never }, query: {} })
      return events.flatMap(({ event }) => (event.type === 'message-sent' ? event.text : []))
    }
    await expect.poll(said).toEqual(['May I help?', 'Yes, please'])
    await agent.end(id)
  })

test('P3 W28: two tabs that begin at once are one visitor', async ({ context, agent, nearby }) => {
  const address = nearby.page(everyone)
  const tabs = await Promise.all([context.newPage(), context.newPage()])
  const told = tabs.map((tab) => tab.waitForResponse((response) => response.url().endsWith('/api/visits')))
  await Promise.all(tabs.map((tab, index) => tab.goto(`${address}${index}`)))
  await Promise.all(told)
  const here = (await visitorsOf(agent)).filter(({ page }) => page.url.startsWith(address))
  expect(here).toHaveLength(1)
})

test('W14: where the owner wants it so, the visitor is asked first', async ({ page, nearby, agent }) => {
  const undo = await setEveryone(agent, { proactive: 'asked' })
  try {
    const address = nearby.page(everyone)
    await page.goto(address)
    const { visitor } = await visitorOn(agent, address)
    const id = await invite(agent, visitor.id, 'May I help?')
    const { chat, message } = widgetOn(page)
    const accept = chat.getByRole('button', { name: 'Accept' })
    await expect(accept).toBeVisible()
    await expect(message).toBeHidden()
    await accept.click()
    await message.fill('Yes, please')
    await message.press('Enter')
    await expect(chat.getByText('Yes, please')).toBeVisible()
    await agent.end(id)
  } finally {
    await undo()
  }
})

test('W20: a page in the background gets a web notification, where the site may', async ({
  page,
  context,
  nearby,
  agent,
}) => {
  await context.grantPermissions(['notifications'], { origin: nearby.url })
  // No other window covers a page of a test; what the browser then says is said here.
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true })
    const shown: string[] = []
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        shown.push(`${title}: ${options?.body}`)
        document.documentElement.dataset.shown = shown.join()
      }
    }
  })
  const address = nearby.page({ config: { visitors: 'everyone', reopen: 'badge' } })
  await page.goto(address)
  const { visitor } = await visitorOn(agent, address)
  const id = await invite(agent, visitor.id, 'May I help?')
  await expect(page.locator('html')).toHaveAttribute('data-shown', 'Administrator: May I help?')
  await expect(page.getByTitle('Chat')).toBeHidden()
  await agent.end(id)
})

test('P3: a page that a router shows is seen by agents, and nobody once the site is left or the tab is closed', async ({
  page,
  nearby,
  agent,
}) => {
  const address = nearby.page(everyone)
  await page.goto(address)
  const { visitor } = await visitorOn(agent, address)
  await page.evaluate(() => {
    document.title = 'Kettles'
    history.pushState(null, '', 'kettles')
  })
  const there = await visitorOn(agent, `${address}kettles`)
  expect([there.visitor.id, there.page.title, there.startPage.url]).toEqual([visitor.id, 'Kettles', address])
  const seen = async () => (await visitorsOf(agent)).filter((one) => one.visitor.id === visitor.id)
  await page.goto('about:blank')
  await expect.poll(seen).toEqual([])
  await page.goto(address)
  await expect.poll(seen).toHaveLength(1)
  await page.close({ runBeforeUnload: true })
  // On a machine too busy to let the tab say so within half a second Chromium closes it unheard; then its lease ends.
  await expect.poll(seen, { timeout: visitLease.leaseFor + 20_000 }).toEqual([])
})

test('P3 W31: whoever does not want to be seen is not, and by default nobody is who has not acted', async ({
  page,
  context,
  nearby,
}) => {
  await page.goto(nearby.page())
  await expect(widgetOn(page).launcher).toBeVisible()
  await expect(page.getByTitle('Chat')).toHaveCount(0)
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true }))
  await page.goto(nearby.page(everyone))
  await expect(widgetOn(page).launcher).toBeVisible()
  await expect(page.getByTitle('Chat')).toHaveCount(0)
  expect(await context.cookies()).toEqual([])
})
