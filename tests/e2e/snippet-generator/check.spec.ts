import type { Page } from '@playwright/test'
import { checkSite } from '../../../server/features/site-check/check-site.ts'
import { aSite, html, reachHere } from '../../server/site-check/a-site.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, test } from '../support/site-fixtures.ts'

test('G6: Check my site says whether the snippet is there, once, in its place, and what blocks it', async ({
  page,
  server,
}) => {
  // The running server's guard refuses this machine, which is all that there is to a test: the same check, let in here alone.
  await page.route('**/api/site-checks', async (route) => {
    const asked = route.request().postDataJSON()
    const json = await checkSite(asked.page, new URL(asked.server).origin, {
      reach: reachHere(),
      isSaved: async () => false,
    })
    await route.fulfill({ json })
  })
  const code = `<script async src="${server.url}/widget.js" data-widget="default"></script>`
  await using bare = await aSite(html('<!doctype html><title>Lamps</title><h1>Lamps</h1>'))
  await using strict = await aSite(
    html(`<!doctype html><title>Lamps</title><h1>Lamps</h1>${code}${code}<p>More</p>`, {
      'content-security-policy': `script-src ${server.url}; frame-src 'none'`,
    }),
  )
  await page.goto('/snippet-generator/#tab=code')
  await check(page, bare.urlOf('shop.example'))
  const findings = page.getByRole('region', { name: 'Check my site' }).getByRole('listitem')
  await expect(findings).toHaveText([
    `To put rightThe snippet is not in this page. Paste it right before </body>.${code}`,
    /^To knowThe page’s scripts were not run: what a tag manager or an application puts into the page/,
  ])
  await check(page, strict.urlOf('shop.example', '/lamps'))
  await expect(page.getByText(strict.urlOf('shop.example', '/lamps'))).toBeVisible()
  await expect(findings).toHaveText([
    'To put rightThe snippet is there 2 times. Only the first that loads counts: take the others away.',
    /^To knowIt stands in the middle of the page/,
    /visitors cannot reach it there/,
    'GoodIt changes nothing of the default settings.',
    `To put rightThe page’s Content-Security-Policy does not let the chat, which is a frame from ${server.url}, be shown. Write this line instead of its frame-src.frame-src ${server.url}`,
  ])
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('G6: an address inside a network is not looked at, and what to do instead is said', async ({
  page,
  server,
  complaints,
}) => {
  await page.goto('/snippet-generator/#tab=code')
  await check(page, server.url)
  const problem = page.getByRole('region', { name: 'Check my site' }).getByRole('alert')
  await expect(problem).toContainText('is not an address of the public internet')
  await expect(problem).toContainText('choose Check this page in the Deskbell extension')
  // As people write addresses.
  await check(page, 'localhost/lamps')
  await expect(problem).toContainText('localhost is not an address of the public internet')
  // The browser's own lines about the refusals.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('422'), expect.stringContaining('422')])
})

async function check(page: Page, address: string) {
  await page.getByLabel('Address of the page').fill(address)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}
