import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../../../snippet-generator/snippet.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, test } from '../support/site-fixtures.ts'

const pages = ['/demo/', '/demo/product.html', '/demo/prices.html']

for (const path of pages) {
  test(`G3: ${path} is served with the snippet exactly as generated, and the button works`, async ({ page }) => {
    const html = (await (await page.goto(path))?.text()) ?? ''
    const { config } = readFrameConfig(await page.locator('script').getAttribute('data-config'))
    expect(html).toMatch(/<\/script>\s*<\/body>/)
    expect(html).toContain(snippet('', config))
    await page.getByRole('button', { name: 'Contact us' }).click()
    await expect(page.frameLocator('iframe[title="Chat"]').getByText('Which lamp, and for which room?')).toBeVisible()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`W29: axe finds nothing on ${path}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await expect(page.getByRole('button', { name: 'Contact us' })).toBeVisible()
      expect(await findBarriers(page)).toEqual([])
    })
  }

  test(`W29: ${path} is no wider than a phone of 360 px`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
}

test('W2: the shop’s pages lead to each other, so that navigation can be tried', async ({ page }) => {
  await page.goto('/demo/')
  await page.getByRole('link', { name: /Ash floor lamp/ }).click()
  await expect(page.getByRole('heading', { name: 'Ash floor lamp' })).toBeInViewport()
  await page.getByRole('link', { name: 'Prices and contact' }).click()
  await expect(page.getByRole('heading', { name: 'Prices and contact' })).toBeVisible()
  await page.getByRole('link', { name: 'Alder & Ash', exact: true }).click()
  await expect(page).toHaveURL(/\/demo\/$/)
})

test('W31: a visitor who does not act leaves nothing and asks for nothing but the loader', async ({
  page,
  context,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/demo/')
  await expect(page.getByRole('button', { name: 'Contact us' })).toBeVisible()
  expect(asked.filter((path) => !path.startsWith('/demo/'))).toEqual(['/widget.js'])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
})
