import { findBarriers } from '../support/find-barriers.ts'
import { expect, test } from '../support/site-fixtures.ts'

test('G1: three tabs, by mouse and by keyboard', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await expect(page.getByRole('tab')).toHaveText(['Configuration', 'Integration code', 'Preview'])
  await expect(page.getByRole('tabpanel', { name: 'Configuration' })).toBeVisible()

  await page.getByRole('tab', { name: 'Integration code' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Integration code' })).toBeVisible()
  await expect(page.getByRole('tabpanel')).toHaveCount(1)

  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Configuration' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Configuration' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'Preview' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tabpanel', { name: 'Configuration' })).toBeFocused()
})

test('G2: the address carries what was chosen; another opening starts from the defaults', async ({ page, context }) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByLabel('Left', { exact: true }).check()
  await page.getByLabel('Language', { exact: true }).selectOption('Deutsch')
  await page.getByLabel('Show a badge only').check()
  await page.getByLabel('Greeting', { exact: true }).fill(`It's 😀 </script> שלום`)
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"reopen":"badge"')
  await expect.poll(() => decodeURIComponent(page.url())).toContain('😀')

  const shared = await context.newPage()
  await shared.goto(page.url())
  await expect(shared.getByLabel('Colour', { exact: true })).toHaveValue('#7a1f5e')
  await expect(shared.getByLabel('Left', { exact: true })).toBeChecked()
  await expect(shared.getByLabel('Language', { exact: true })).toHaveValue('de')
  await expect(shared.getByLabel('Show a badge only')).toBeChecked()
  await expect(shared.getByLabel('Greeting', { exact: true })).toHaveValue(`It's 😀 </script> שלום`)

  const fresh = await context.newPage()
  await fresh.goto('/snippet-generator/')
  await expect(fresh.getByLabel('Colour', { exact: true })).toHaveValue('#1f5eff')
  await expect(fresh.getByLabel('Greeting', { exact: true })).toHaveValue('')
  expect(await fresh.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
})

test('G2: an address with bad settings opens, and says which were not used', async ({ page }) => {
  await page.goto(`/snippet-generator/#config=${encodeURIComponent('{"color":"red","side":"left"}')}`)
  await expect(page.getByRole('status').first()).toHaveText(
    'Some of what the address asks for cannot be used and is left at its default: color.',
  )
  await expect(page.getByLabel('Left', { exact: true })).toBeChecked()
  await page.goto('/snippet-generator/#config=%7Bbroken')
  await expect(page.getByRole('status').first()).toContainText('left at its default: config.')
  await expect(page.getByLabel('Right')).toBeChecked()
})

test('G2: Reset goes back to the defaults, and can be undone', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Title of the chat').fill('Ask the bench')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByLabel('Title of the chat')).toHaveValue('')
  await expect(page.getByText('All settings are back at their defaults.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Title of the chat')).toHaveValue('Ask the bench')
})

test('G2: a text that is no colour changes nothing and is said', async ({ page }) => {
  await page.goto('/snippet-generator/')
  const color = page.getByLabel('Colour', { exact: true })
  await color.fill('#7a1f5e')
  await expect(color).toHaveAccessibleDescription(
    /^The widget writes white on it: contrast 9.6 to 1, easy to read. On a dark page/,
  )
  await color.fill('mauve')
  await expect(color).toHaveAccessibleDescription(/That is no colour, so it stays #7a1f5e/)
  await page.getByRole('tab', { name: 'Integration code' }).click()
  await expect(page.getByRole('region', { name: 'Snippet' })).toContainText('"color":"#7a1f5e"')
})

/** Something of everything, with some that is wrong. */
const much = {
  shape: 'pill',
  channels: [
    { type: 'chat', hours: { zone: 'Europe/Berlin', open: ['Mon 09:00-17:00'] } },
    { type: 'whatsapp', to: '+49 30 123456', text: 'Hello' },
    {
      type: 'link',
      label: 'A very long name of a page that helps',
      to: 'https://shop.example/help',
      icon: 'M4 4h16v16H4z',
    },
  ],
  fields: [
    { key: 'orderNumber', type: 'text', label: 'Order number', required: true },
    { key: 'product', type: 'list', label: 'Product', options: ['Lamp', 'Shade'] },
    { key: 'consent', type: 'consent', label: 'I have read the privacy notice', required: true },
  ],
}
const withMuch = `/snippet-generator/#config=${encodeURIComponent(JSON.stringify(much))}`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`G1: axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(withMuch)
    await page.getByText('All other texts').click()
    await page.getByLabel('Colour', { exact: true }).fill('mauve')
    await page.getByRole('button', { name: 'Telegram' }).click()
    await page.getByLabel('User name').fill('no spaces here')
    await page.getByLabel(/^An export, a snippet/).fill('nothing')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('Not imported; your settings are as they were.')).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('tab', { name: 'Integration code' }).click()
    await page.getByRole('radio', { name: 'React' }).check()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('tab', { name: 'Preview' }).click()
    await expect(page.frameLocator('iframe').getByRole('button', { name: 'Contact us' })).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
  })
}

test('G1: nothing is wider than a phone of 360 px, in either direction of reading', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(withMuch)
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate((value) => document.documentElement.setAttribute('dir', value), dir)
    for (const name of ['Configuration', 'Integration code', 'Preview']) {
      await page.getByRole('tab', { name }).click()
      const react = page.getByRole('radio', { name: 'React' })
      if (await react.isVisible()) await react.check()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }
  }
})
