import fc from 'fast-check'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../../../snippet-generator/snippet.ts'
import { anyConfig } from '../../snippet-generator/arbitrary-config.ts'
import { expect, test } from '../support/site-fixtures.ts'
import { aSite } from './a-site.ts'

test('G3: Copy puts the shown code on the clipboard and says so', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/snippet-generator/#tab=code')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied. Paste it right before </body>.')).toBeVisible()
  const code = `<script async src="${server.url}/widget.js" data-widget="default"></script>`
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  await expect(page.getByRole('region', { name: 'Snippet' }).locator('code')).toHaveText(code)
})

test('G3: where the clipboard is refused the code is selected instead', async ({ page }) => {
  // As on a page over plain http, which has no clipboard.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto('/snippet-generator/#tab=code')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('The text is selected: press Ctrl+C')).toBeVisible()
  const shown = await page.getByRole('region', { name: 'Snippet' }).locator('code').textContent()
  expect(await page.evaluate(() => String(getSelection()))).toBe(shown)
})

test('G3: the code works as pasted, under the policy lines that stand beside it', async ({ page }) => {
  await page.goto('/snippet-generator/')
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f5e')
  await page.getByLabel(/^Name of the button/).fill(`Tom & Ann's </script> "shop"`)
  await page.getByRole('tab', { name: 'Integration code' }).click()
  const code = await page.getByRole('region', { name: 'Snippet' }).locator('code').textContent()
  const lines = await page
    .getByRole('region', { name: 'Content-Security-Policy', exact: true })
    .locator('code')
    .textContent()
  const policy = `default-src 'none'; ${lines?.replaceAll('\n', '; ')}; require-trusted-types-for 'script'`
  await using host = await aSite({ '/': `<!doctype html><title>Host</title><body><h1>Host</h1>${code}</body>` }, policy)
  await page.goto(host.url)
  const button = page.getByRole('button', { name: `Tom & Ann's </script> "shop"` })
  await expect(button).toBeVisible()
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 94)')
})

test('G5: what this browser says of a policy that lacks a line stands beside the line to add', async ({
  page,
  complaints,
}) => {
  await page.goto('/snippet-generator/#tab=code')
  const code = await page.getByRole('region', { name: 'Snippet' }).locator('code').textContent()
  const host = { '/': `<!doctype html><title>Host</title><body><h1>Host</h1>${code}</body>` }
  const causes = page.getByRole('region', { name: 'If the button does not appear' })
  const lineFor = async (words: string) =>
    causes.locator('div').filter({ hasText: words }).locator('code').textContent()
  const [script, frame] = [await lineFor('Content Security Policy … /widget.js'), await lineFor('… frame-src')]
  {
    await using site = await aSite(host, "default-src 'none'")
    await page.goto(site.url)
    await expect.poll(() => complaints.join()).toMatch(/\/widget\.js' violates the following Content Security Policy/)
  }
  complaints.length = 0
  {
    await using site = await aSite(host, `default-src 'none'; ${script}`)
    await page.goto(site.url)
    await page.getByRole('button', { name: 'Contact us' }).click()
    await expect.poll(() => complaints.join()).toMatch(/Content Security Policy.*frame-src/)
    // What that page has still to say must not be taken for the next one's.
    await page.goto('about:blank')
  }
  complaints.length = 0
  await using site = await aSite(host, `default-src 'none'; ${script}; ${frame}`)
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Contact us' }).click()
  await expect(page.frameLocator('iframe').getByLabel('Your name')).toBeVisible()
})

test('G3: this browser reads any configuration back from its snippet', async ({ page }) => {
  await page.goto('/')
  const configs = fc.sample(anyConfig, 2_000)
  const codes = configs.map((config) => snippet('https://chat.example', config))
  const read = await page.evaluate(
    (all) =>
      all.map((code) => {
        const { body } = new DOMParser().parseFromString(`<body>${code}</body>`, 'text/html')
        const [script] = body.querySelectorAll('script')
        return { children: body.childNodes.length, text: script?.textContent, config: script?.dataset.config }
      }),
    codes,
  )
  expect(read).toHaveLength(2_000)
  for (const [index, { children, text, config }] of read.entries()) {
    expect({ children, text }).toEqual({ children: 1, text: '' })
    expect(readFrameConfig(config)).toEqual({ config: configs[index], problems: [] })
  }
})
