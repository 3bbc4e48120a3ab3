import { findBarriers } from '../support/find-barriers.ts'
import { expect, test } from '../support/site-fixtures.ts'

test('G1: the home page says what is where, and each of its links leads somewhere', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links).toEqual(
    expect.arrayContaining(['/demo/', '/snippet-generator/', '/api/openapi.json', '/healthz', '/readyz', '/metrics']),
  )
  for (const link of links.filter((address) => !address.startsWith('#'))) {
    expect((await page.request.get(link)).status(), link).toBe(200)
  }
  for (const anchor of links.filter((address) => address.startsWith('#'))) {
    await expect(page.locator(anchor)).toBeVisible()
  }
})

for (const [browser, place] of [
  ['Chrome', 'chrome://extensions'],
  ['Edge', 'edge://extensions'],
  ['Firefox', 'about:debugging'],
] as const) {
  test(`A45: the extension for ${browser} can be downloaded, with how to load it`, async ({ page }) => {
    await page.goto('/')
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: `Download for ${browser}` }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(`deskbell-${browser.toLowerCase()}.zip`)
    const file = await page.request.get(download.url())
    expect((await file.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    await expect(page.getByText(place)).toBeVisible()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`G1: axe finds nothing on the home page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    expect(await findBarriers(page)).toEqual([])
  })
}

test('G1: the home page is no wider than a phone of 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
