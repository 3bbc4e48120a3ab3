import type { FrameLocator, Page } from '@playwright/test'
import { anAdministrator } from '../../support/api-people.ts'
import { expect, test } from '../support/site-fixtures.ts'

// Tall enough for the whole sample page: the button stands in the corner of that, not of the window.
test.use({ viewport: { width: 1300, height: 1400 } })

const sampleIn = (page: Page) => page.frameLocator('iframe[title="Sample page"]')
const chatIn = (sample: FrameLocator) => sample.frameLocator('iframe[title="Chat"]')

async function begins(page: Page, text: string) {
  const sample = sampleIn(page)
  await sample.getByRole('button', { name: 'Contact us' }).click()
  const chat = chatIn(sample)
  await chat.getByLabel('Your name').fill('Olga, who owns the site')
  await chat.getByRole('textbox', { name: 'Message' }).fill(text)
  await chat.getByRole('button', { name: 'Start chat' }).click()
  return chat
}

test('G4: the preview is the real widget with the settings as they are now', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByLabel('Left', { exact: true }).check()
  await page.getByLabel('Greeting', { exact: true }).fill('Ring the bench')
  await page.getByRole('tab', { name: 'Preview' }).click()
  const sample = sampleIn(page)
  const button = sample.getByRole('button', { name: 'Contact us' })
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 94)')
  const [place, frame] = [await button.boundingBox(), await page.locator('iframe').boundingBox()]
  expect((place?.x ?? 0) - (frame?.x ?? 0)).toBeLessThan(40)

  await button.click()
  await expect(chatIn(sample).getByText('Ring the bench')).toBeVisible()
})

test('G4: a simulated agent answers by itself, does what it is told, and no agent hears of it', async ({
  page,
  server,
}) => {
  const { api } = await anAdministrator(server)
  await page.goto('/snippet-generator/#tab=preview')
  const kim = page.getByRole('region', { name: 'Simulated agent' })
  await expect(kim.getByRole('status')).toHaveText(/Nobody has written yet/)
  const chat = await begins(page, 'Does it work?')

  await expect(chat.getByText('I am simulated: nobody real reads this', { exact: false })).toBeVisible()
  await expect(kim.getByRole('status')).toHaveText('You are in the chat.')
  await kim.getByRole('button', { name: 'Type', exact: true }).click()
  await expect(chat.getByText('Simulated Kim is typing')).toBeVisible()
  await kim.getByLabel('What Kim writes').fill('It does, in <b>every</b> colour.')
  await kim.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(chat.getByText('It does, in <b>every</b> colour.')).toBeVisible()

  await kim.getByLabel('What Kim writes').fill('Are you still there?')
  await kim.getByRole('button', { name: 'Close the panel, then send' }).click()
  await expect(chat.getByText('Are you still there?')).toBeVisible()

  await page.getByRole('button', { name: 'Load again' }).click()
  await expect(chat.getByText('Are you still there?')).toBeVisible()

  await kim.getByRole('button', { name: 'Leave' }).click()
  await expect(chat.getByText('Simulated Kim has left the chat.')).toBeVisible()
  await kim.getByRole('button', { name: 'Answer' }).click()
  await kim.getByRole('button', { name: 'End chat' }).click()
  await expect(kim.getByRole('status')).toHaveText('The chat has ended.')
  for (const phase of ['waiting', 'active', 'ended'] as const)
    expect((await api.listChats({ query: { phase } })).chats).toEqual([])
})

test('G4: the simulated agent goes away, the office closes, and it asks a visitor into a chat', async ({ page }) => {
  await page.goto('/snippet-generator/#tab=preview')
  const kim = page.getByRole('region', { name: 'Simulated agent' })
  const sample = sampleIn(page)
  await kim.getByLabel('Kim is away').check()
  await sample.getByRole('button', { name: 'Contact us' }).click()
  const chat = chatIn(sample)
  await expect(chat.getByRole('button', { name: 'Leave a message' })).toBeVisible()
  await kim.getByLabel('Kim is away').uncheck()
  await expect(chat.getByRole('button', { name: 'Leave a message' })).toBeHidden()
  await kim.getByLabel('Outside office hours').check()
  await expect(chat.getByText('We are closed just now.', { exact: false })).toBeVisible()
  await kim.getByLabel('Outside office hours').uncheck()

  await kim.getByLabel('What Kim writes').fill('May I help you?')
  await kim.getByRole('button', { name: 'Invite the visitor' }).click()
  await expect(chat.getByText('May I help you?')).toBeVisible()
})

test('G4: a chat of this browser on this server and the preview know nothing of each other', async ({ page }) => {
  await page.goto('/demo/')
  const real = page.frameLocator('iframe[title="Chat"]')
  await page.getByRole('button', { name: 'Contact us' }).click()
  await real.getByLabel('Your name').fill('A real visitor')
  await real.getByRole('textbox', { name: 'Message' }).fill('This is real')
  await real.getByRole('button', { name: 'Start chat' }).click()
  await expect(real.getByText('This is real')).toBeVisible()

  const beside = await page.context().newPage()
  await beside.goto('/snippet-generator/#tab=preview')
  const chat = await begins(beside, 'This is tried out')
  await expect(chat.getByText('I am simulated', { exact: false })).toBeVisible()
  await expect(chat.getByText('This is real')).toHaveCount(0)
  await expect(real.getByText('This is tried out')).toHaveCount(0)
  await page.reload()
  await expect(page.frameLocator('iframe[title="Chat"]').getByText('This is real')).toBeAttached()
})

test('G4: at phone size the chat covers the page, 390 by 844', async ({ page }) => {
  await page.goto('/snippet-generator/#tab=preview')
  await page.getByLabel('Phone', { exact: true }).check()
  const device = page.locator('iframe[title="Sample page"]')
  await expect(device).toHaveJSProperty('clientWidth', 390)
  await expect(device).toHaveJSProperty('clientHeight', 844)
  const sample = sampleIn(page)
  await sample.getByRole('button', { name: 'Contact us' }).click()
  await expect
    .poll(async () => (await sample.locator('iframe[title="Chat"]').boundingBox())?.width)
    .toBeGreaterThanOrEqual(388)
})

test('G4: the sample page is seen light and dark, left and right and in any language, whatever is chosen', async ({
  page,
}) => {
  // What a test emulates holds in every frame, whatever the element says that holds it.
  await page.emulateMedia({ colorScheme: null })
  await page.goto('/snippet-generator/#tab=preview')
  const sample = sampleIn(page)
  const body = sample.locator('body')
  await page.getByLabel('Light').check()
  await expect(body).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await page.getByLabel('Dark').check()
  await expect(body).toHaveCSS('background-color', 'rgb(23, 25, 29)')

  await page.getByLabel('Left', { exact: true }).check()
  const frame = await page.locator('iframe').boundingBox()
  const distance = async () =>
    ((await sample.getByRole('button', { name: 'Contact us' }).boundingBox())?.x ?? 0) - (frame?.x ?? 0)
  await expect.poll(distance).toBeLessThan(40)
  await page.getByLabel('Language').selectOption('ar')
  await sample.getByRole('button').first().click()
  await expect(chatIn(sample).locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('tab', { name: 'Integration code' }).click()
  await expect(page.locator('pre').first()).not.toContainText('"ar"')
})
