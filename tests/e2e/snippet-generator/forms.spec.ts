import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/site-fixtures.ts'

test('W1: channels are added, checked, put in order by the keyboard alone, removed and brought back', async ({
  page,
}) => {
  await page.goto('/snippet-generator/')
  const list = page.getByRole('list', { name: 'Channels' })
  const names = list.getByRole('heading')
  await expect(page.getByText('The button opens Live chat at once.')).toBeVisible()

  await page.getByRole('button', { name: 'WhatsApp' }).press('Enter')
  const whatsApp = list.getByRole('listitem').filter({ hasText: 'wa.me' })
  // What was added is what people fill in next.
  await expect(whatsApp.locator(':focus')).toHaveCount(1)
  const number = whatsApp.getByLabel('Number')
  await expect(number).toHaveAccessibleDescription('Write a number: until then the channel is left out.')
  await number.fill('030 123456')
  await expect(number).toHaveAccessibleDescription(/Write it with \+ and the country/)
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  expect(await configIn(page)).toBeNull()
  await number.fill('+49 30 123456')
  await expect(number).toHaveAttribute('aria-invalid', 'false')

  await page.getByRole('button', { name: 'Link of your own' }).press('Enter')
  const link = list.getByRole('listitem').last()
  await link.getByLabel('Name in the list').fill('Help pages')
  await link.getByLabel('Address').fill('javascript:alert(1)')
  await expect(link.getByLabel('Address')).toHaveAccessibleDescription(/begins with javascript: may not be opened/)
  await link.getByLabel('Address').fill('https://shop.example/help')
  await expect(names).toHaveText(['Live chat', 'WhatsApp', 'Help pages'])

  await link.getByLabel('Address').press('Alt+ArrowUp')
  await expect(names).toHaveText(['Live chat', 'Help pages', 'WhatsApp'])
  await expect(page.getByText('Help pages is now 2 of 3.')).toBeAttached()
  // The keyboard stays where it was, in what has moved.
  await expect(list.getByLabel('Address')).toBeFocused()
  await page.getByRole('button', { name: 'Move Live chat down' }).press('Enter')
  await expect(names).toHaveText(['Help pages', 'Live chat', 'WhatsApp'])
  await page.getByRole('button', { name: 'Remove Live chat' }).press('Enter')
  await expect(names).toHaveText(['Help pages', 'WhatsApp'])
  await expect(page.getByRole('button', { name: 'Remove WhatsApp' })).toBeFocused()
  expect((await configIn(page)).channels).toEqual([
    { type: 'link', label: 'Help pages', to: 'https://shop.example/help' },
    { type: 'whatsapp', to: '+49 30 123456' },
  ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(names).toHaveText(['Help pages', 'Live chat', 'WhatsApp'])
})

test('W1, W3, W7: a channel has its own subject, text, name, icon and hours', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await page.getByRole('button', { name: 'Email' }).click()
  const card = page.getByRole('list', { name: 'Channels' }).getByRole('listitem').last()
  await card.getByLabel('Address').fill('hello@shop.example')
  await card.getByText('Subject, text, name, icon and hours').click()
  await card.getByLabel('Subject').fill('A question, 100 % & more')
  await card.getByLabel('Text to begin with').fill('I have a question & more')
  await card.getByLabel('Name in the list').fill('Write to us')
  await card.getByLabel('Icon in the list').fill('<svg>')
  await expect(card.getByLabel('Icon in the list')).toHaveAccessibleDescription(/Paste only what stands in d=/)
  await card.getByLabel('Icon in the list').fill('M4 4h16v16H4z')
  await card.getByLabel('Only at certain hours').check()
  await card.getByLabel('Time zone').fill('Berlin')
  await expect(card.getByLabel('Time zone')).toHaveAccessibleDescription(/^There is no such time zone/)
  await card.getByLabel('Time zone').fill('Europe/Berlin')
  await card.getByLabel('Monday').fill('9-12, 13.30-18')
  await card.getByLabel('Tuesday').fill('18-9')
  await expect(card.getByLabel('Tuesday')).toHaveAccessibleDescription(
    /ends before it begins.* It stays 09:00-17:00\.$/,
  )
  for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday']) await card.getByLabel(day).fill('')
  await card.getByLabel('Sunday').focus()
  await expect(card.getByLabel('Monday')).toHaveValue('09:00-12:00, 13:30-18:00')
  expect((await configIn(page)).channels[1]).toEqual({
    type: 'email',
    to: 'hello@shop.example',
    subject: 'A question, 100 % & more',
    text: 'I have a question & more',
    label: 'Write to us',
    icon: 'M4 4h16v16H4z',
    hours: { zone: 'Europe/Berlin', open: ['Mon 09:00-12:00', 'Mon 13:30-18:00'] },
  })
})

test('W9: fields of the form are added, named, keyed, and put in order', async ({ page }) => {
  await page.goto('/snippet-generator/')
  const list = page.getByRole('list', { name: 'Fields of the form' })
  const add = page.getByRole('group', { name: 'Add a field' })
  await add.getByRole('button', { name: 'Text' }).click()
  const first = list.getByRole('listitem').first()
  await first.getByLabel('Label').fill('Numéro de commande')
  await expect(first.getByLabel('Key for programs')).toHaveValue('numeroDeCommande')
  await first.getByLabel('Must be answered').check()
  await add.getByRole('button', { name: 'List' }).click()
  const second = list.getByRole('listitem').nth(1)
  await expect(second.getByLabel('Options')).toHaveAccessibleDescription(/^Write at least one option/)
  await second.getByLabel('Options').fill('Lamp\n\nShade\n')
  await second.getByLabel('Key for programs').fill('numeroDeCommande')
  await expect(second.getByLabel('Key for programs')).toHaveAccessibleDescription(/has this key already/)
  await second.getByLabel('Key for programs').fill('what')
  await second.getByLabel('Label').fill('Which one?')
  // A key that somebody chose stays theirs.
  await expect(second.getByLabel('Key for programs')).toHaveValue('what')
  await add.getByRole('button', { name: 'Consent' }).click()
  await expect(list.getByRole('listitem').nth(2).getByLabel('Must be answered')).toBeDisabled()
  await page.getByRole('button', { name: 'Move Which one? up' }).click()
  expect((await configIn(page)).fields).toEqual([
    { key: 'what', type: 'list', label: 'Which one?', options: ['Lamp', 'Shade'] },
    { key: 'numeroDeCommande', type: 'text', label: 'Numéro de commande', required: true },
    { key: 'iHaveReadThePrivacyNotice', type: 'consent', label: 'I have read the privacy notice', required: true },
  ])
})

test('G2: every change can be undone and done again, by buttons and by keys', async ({ page }) => {
  await page.goto('/snippet-generator/')
  const [left, square, title] = [
    page.getByLabel('Left', { exact: true }),
    page.getByLabel('Square'),
    page.getByLabel('Title of the chat'),
  ]
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  await left.check()
  await square.check()
  await title.pressSequentially('Ask')
  // In a field the browser takes back letters itself, and the rest stays.
  await title.press('Control+z')
  await expect(square).toBeChecked()
  await title.fill('Ask us')
  await square.focus()
  for (let step = 0; (await title.inputValue()) !== '' && step < 20; step++) await page.keyboard.press('Control+z')
  await expect(title).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Circle')).toBeChecked()
  await expect(page.getByRole('status').first()).toHaveText('Undone: shape of the button.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(left).not.toBeChecked()
  await page.keyboard.press('Control+Shift+z')
  await expect(left).toBeChecked()
  await page.keyboard.press('Control+y')
  await expect(square).toBeChecked()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(title).not.toHaveValue('')
})

test('G2: an export is imported as a file or pasted; what cannot be used changes nothing and is named', async ({
  page,
}) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByLabel('Greeting', { exact: true }).fill('שלום </script>')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('deskbell-widget.json')
  const text = readFileSync(await download.path(), 'utf8')
  const config = { color: '#7a1f5e', texts: { welcome: 'שלום </script>' } }
  expect(JSON.parse(text)).toEqual(config)

  await page.getByRole('button', { name: 'Reset' }).click()
  expect(await configIn(page)).toBeNull()
  const file = (name: string, content: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await page.getByLabel('From a file…').setInputFiles(file('deskbell-widget.json', text))
  await expect(page.getByLabel('Colour', { exact: true })).toHaveValue('#7a1f5e')
  expect(await configIn(page)).toEqual(config)

  const paste = page.getByLabel(/^An export, a snippet/)
  await paste.fill('{"color":"mauve","side":"left"}')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Not imported; your settings are as they were.')).toBeVisible()
  await expect(paste).toHaveAccessibleDescription(/Colour \(color\) cannot be used as it is: "mauve"/)
  await expect(page.getByLabel('Colour', { exact: true })).toHaveValue('#7a1f5e')
  await expect(page.getByLabel('Right', { exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Import the rest' }).click()
  await expect(page.getByLabel('Left', { exact: true })).toBeChecked()
  expect(await configIn(page)).toEqual({ side: 'left' })
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await configIn(page)).toEqual(config)
})

/** What the snippet carries now: null while nothing differs from the defaults. The form keeps what is half written. */
async function configIn(page: Page) {
  await page.getByRole('tab', { name: 'Integration code' }).click()
  const code = await page.getByRole('region', { name: 'Snippet' }).locator('code').textContent()
  const config = await page.evaluate(
    (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('script')?.dataset.config ?? 'null',
    code ?? '',
  )
  await page.getByRole('tab', { name: 'Configuration' }).click()
  return JSON.parse(config)
}
