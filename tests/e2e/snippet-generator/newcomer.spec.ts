import { expect, test } from '../support/site-fixtures.ts'
import { aSite } from './a-site.ts'

// Tall enough for the whole sample page: the button stands in the corner of that, not of the window.
test.use({ viewport: { width: 1300, height: 1400 } })

const PURPLE = 'rgb(122, 31, 94)'

test('G1, G3, G4: a newcomer chooses a colour and channels, copies the code, and both the preview and their page have the real button', async ({
  page,
  context,
  browserName,
}) => {
  // Firefox asks nobody who writes to the clipboard after a press.
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const files: Record<string, string> = { '/editor': '<!doctype html><title>Editor</title><textarea></textarea>' }
  await using site = await aSite(files)

  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByRole('button', { name: 'Email' }).click()
  const email = page.getByRole('list', { name: 'Channels' }).getByRole('listitem').last()
  await email.getByLabel('Address').fill('hello@shop.example')
  await email.getByText('Subject, text, name, icon and hours').click()
  await email.getByLabel('Subject').fill('A question & more')

  await page.getByRole('tab', { name: 'Preview' }).click()
  const sample = page.frameLocator('iframe[title="Sample page"]')
  const inSample = sample.getByRole('button', { name: 'Contact us' })
  await expect(inSample).toHaveCSS('background-color', PURPLE)
  await inSample.click()
  const mail = sample.getByRole('menuitem', { name: 'Email' })
  await expect(mail).toHaveAttribute('href', 'mailto:hello@shop.example?subject=A%20question%20%26%20more')
  await sample.getByRole('menuitem', { name: 'Live chat' }).click()
  await expect(sample.frameLocator('iframe[title="Chat"]').getByLabel('Your name')).toBeVisible()

  await page.getByRole('tab', { name: 'Integration code' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied. Paste it right before </body>.')).toBeVisible()
  const shown = await page.getByRole('region', { name: 'Snippet' }).locator('code').textContent()

  await page.goto(`${site.url}editor`)
  const editor = page.getByRole('textbox')
  await editor.press('ControlOrMeta+V')
  await expect(editor).toHaveValue(`${shown}`)
  files['/'] = `<!doctype html><title>Shop</title><body><h1>Shop</h1>${await editor.inputValue()}</body>`
  await page.goto(site.url)
  const button = page.getByRole('button', { name: 'Contact us' })
  await expect(button).toHaveCSS('background-color', PURPLE)
  await button.click()
  await page.getByRole('menuitem', { name: 'Live chat' }).click()
  await expect(page.frameLocator('iframe[title="Chat"]').getByLabel('Your name')).toBeVisible()
})
