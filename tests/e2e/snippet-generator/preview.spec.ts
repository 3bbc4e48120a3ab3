import { aClientId, anAdministrator } from '../../support/api-people.ts'
import { expect, test } from '../support/site-fixtures.ts'

// Tall enough for the whole sample page: the button stands in the corner of that, not of the window.
test.use({ viewport: { width: 1200, height: 1200 } })

test('G4: the preview is the real widget with the settings as they are now', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByLabel('Left', { exact: true }).check()
  await page.getByLabel('Greeting', { exact: true }).fill('Ring the bench')
  await page.getByRole('tab', { name: 'Preview' }).click()
  const sample = page.frameLocator('iframe[title="Sample page"]')
  const button = sample.getByRole('button', { name: 'Contact us' })
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 94)')
  const [place, frame] = [await button.boundingBox(), await page.locator('iframe').boundingBox()]
  expect((place?.x ?? 0) - (frame?.x ?? 0)).toBeLessThan(40)

  await button.click()
  await expect(sample.frameLocator('iframe[title="Chat"]').getByText('Ring the bench')).toBeVisible()
})

test('G4: what is written in the preview reaches the agents of this server, and their answer comes back', async ({
  page,
  server,
}) => {
  await page.goto('/snippet-generator/#tab=preview')
  const sample = page.frameLocator('iframe[title="Sample page"]')
  await sample.getByRole('button', { name: 'Contact us' }).click()
  const chat = sample.frameLocator('iframe[title="Chat"]')
  await chat.getByLabel('Your name').fill('Olga, who owns the site')
  await chat.getByRole('textbox', { name: 'Message' }).fill('Does it work?')
  await chat.getByRole('button', { name: 'Start chat' }).click()

  const { api } = await anAdministrator(server)
  const waiting = async () => (await api.listChats({ query: { phase: 'waiting' } })).chats
  await expect.poll(async () => (await waiting())[0]?.visitor.name).toBe('Olga, who owns the site')
  const [request] = await waiting()
  if (!request) throw new Error('Nobody waits.')
  const params = { chatId: request.chatId }
  await api.acceptChat({ params, body: { clientId: aClientId() } })
  await api.sendMessage({ params, body: { clientId: aClientId(), text: 'It does.' } })
  await expect(chat.getByText('It does.')).toBeVisible()
})

test('G4: at phone size the chat covers the page', async ({ page }) => {
  await page.goto('/snippet-generator/#tab=preview')
  await page.getByLabel('Phone', { exact: true }).check()
  const device = page.locator('iframe[title="Sample page"]')
  await expect(device).toHaveJSProperty('clientWidth', 388)
  const sample = page.frameLocator('iframe[title="Sample page"]')
  await sample.getByRole('button', { name: 'Contact us' }).click()
  await expect
    .poll(async () => (await sample.locator('iframe[title="Chat"]').boundingBox())?.width)
    .toBeGreaterThanOrEqual(388)
})

test('G4: the sample page can be seen light and dark, whatever the device is', async ({ page }) => {
  // What a test emulates holds in every frame, whatever the element says that holds it.
  await page.emulateMedia({ colorScheme: null })
  await page.goto('/snippet-generator/#tab=preview')
  const body = page.frameLocator('iframe[title="Sample page"]').locator('body')
  await page.getByLabel('Light').check()
  await expect(body).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await page.getByLabel('Dark').check()
  await expect(body).toHaveCSS('background-color', 'rgb(23, 25, 29)')
})

test('G4: it says that an agent must be signed in to answer', async ({ page }) => {
  await page.goto('/snippet-generator/#tab=preview')
  await expect(page.getByRole('tabpanel')).toContainText('rings at every agent who is signed in')
  await page.getByRole('link', { name: 'Get the extension' }).click()
  await expect(page.getByRole('heading', { name: 'The extension', exact: true })).toBeInViewport()
})
