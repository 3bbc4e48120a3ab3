import { readFile } from 'node:fs/promises'
import type { VisitorData } from '#shared/contract/privacy-api.ts'
import { expect, test, widgetOn } from './world.ts'

test('W31: a visitor takes their data along as a file, and nothing of anybody else is in it', async ({
  page,
  site,
  agent,
}) => {
  await page.goto(site.url)
  const { chat, start } = widgetOn(page)
  await start('Edith Export', 'my order is zebra-4711')
  const id = await agent.chatOf('Edith Export')
  await agent.accept(id)
  await agent.say(id, 'I am looking')
  await expect(chat.getByText('I am looking')).toBeVisible()

  await chat.getByRole('button', { name: 'Your data' }).click()
  await expect(chat.getByRole('heading', { name: 'Your data' })).toBeFocused()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    chat.getByRole('button', { name: 'Export my data' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/)
  const text = await readFile(await file.path(), 'utf8')
  const data = JSON.parse(text) as VisitorData
  expect(data.visitor.name).toBe('Edith Export')
  expect(data.chats.map(({ chatId }) => chatId)).toEqual([id])
  expect(text).toContain('my order is zebra-4711')
  expect(text).toContain('I am looking')

  await chat.getByRole('button', { name: 'Back' }).click()
  await expect(chat.getByText('my order is zebra-4711')).toBeVisible()
})

test('W31 S9: a visitor has their data deleted: server, agents, browser and other tabs forget them', async ({
  page,
  context,
  nearby,
  agent,
  server,
}) => {
  await page.goto(nearby.page())
  const { chat, start } = widgetOn(page)
  await start('Wilma Weg', 'my knee hurts')
  const id = await agent.chatOf('Wilma Weg')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  const other = await context.newPage()
  await other.goto(nearby.page())
  const elsewhere = widgetOn(other)
  await elsewhere.launcher.click()
  await expect(elsewhere.chat.getByText('my knee hurts')).toBeVisible()

  await page.bringToFront()
  await chat.getByRole('button', { name: 'Your data' }).click()
  await chat.getByRole('button', { name: 'Delete my data' }).click()
  await expect(chat.getByRole('button', { name: 'Keep my data' })).toBeFocused()
  await chat.getByRole('button', { name: 'Delete my data' }).click()
  await expect(chat.getByText(/^Your data is deleted\./)).toBeVisible()

  const { events } = await agent.api.listEvents({ params: { stream: `chat:${id}` as never }, query: {} })
  expect(JSON.stringify(events)).not.toMatch(/Wilma|knee/)
  expect(events.map(({ event }) => event.type).slice(-2)).toEqual(['chat-ended', 'visitor-erased'])
  expect(await context.cookies(server.url)).toEqual([])
  const frame = page.frames().find((one) => one.url().startsWith(server.url))
  const stored = () => frame?.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  await expect.poll(stored).not.toMatch(/Wilma|knee|session/)

  await chat.getByRole('button', { name: 'Back' }).click()
  await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible()
  await expect(chat.getByLabel('Your name')).toHaveValue('')
  await expect(chat.getByRole('button', { name: 'Your data' })).toBeHidden()
  await expect(elsewhere.chat.getByText('my knee hurts')).toHaveCount(0)
  await page.reload()
  await expect(widgetOn(page).chat.getByRole('dialog')).toBeVisible()
  await expect(chat.getByText('my knee hurts')).toHaveCount(0)
  await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible()
})

test('P3 W31: a browser that says Do Not Track is shown to nobody before its visitor acts', async ({
  page,
  context,
  nearby,
  agent,
}) => {
  const address = nearby.page({ config: { visitors: 'everyone' } })
  const isListed = async () =>
    (await agent.api.listVisitors({ query: {} })).visitors.some(({ page }) => page.url === address)
  await page.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { get: () => '1' }))
  await page.goto(address)
  await expect(widgetOn(page).launcher).toBeVisible()
  await expect(page.getByTitle('Chat')).toHaveCount(0)
  expect(await isListed()).toBe(false)
  expect(await context.cookies()).toEqual([])
  // What the test looks at does show who does not object.
  const other = await context.newPage()
  await other.goto(address)
  await expect.poll(isListed).toBe(true)
})
