import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/site-fixtures.ts'
import { aSite } from './a-site.ts'
import { anApp } from './an-app.ts'

const NAME = `Tom & Ann's </script> {{shop}}`

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

/** What the generator copies under the name of a variant, after a colour and a text were changed. */
async function codeFor(page: Page, variant: string) {
  const config = JSON.stringify({ color: '#7a1f5e', texts: { contactUs: NAME } })
  await page.goto(`/snippet-generator/#tab=code&config=${encodeURIComponent(config)}`)
  await page.getByRole('radio', { name: variant, exact: true }).check()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText(/^Copied\. /)).toBeVisible()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  const region = (name: string) => page.getByRole('region', { name, exact: true }).locator('code')
  await expect(region('Snippet')).toHaveText(code)
  return { code, lines: (await region('Content-Security-Policy').textContent()) ?? '' }
}

async function expectChat(page: Page) {
  const button = page.getByRole('button', { name: NAME })
  await expect(button).toHaveCount(1)
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 94)')
  await button.click()
  await expect(page.frameLocator('iframe').getByLabel('Your name')).toBeVisible()
}

const host = (content: string) => `<!doctype html><title>Host</title><body><h1>Host</h1>${content}</body>`

test('G3: HTML with a nonce opens the chat, under the policy that stands beside it', async ({ page }) => {
  const { code, lines } = await codeFor(page, 'HTML with a nonce')
  const nonce = randomBytes(16).toString('base64')
  const policy = lines.replace('NONCE', nonce).replace('\n', '; ')
  const file = host(code.replace('NONCE', nonce))
  await using site = await aSite({ '/': file }, `default-src 'none'; ${policy}; require-trusted-types-for 'script'`)
  await page.goto(site.url)
  await expectChat(page)
})

test('G3: the code for tag managers opens the chat, inserted as they insert it', async ({ page }) => {
  const { code } = await codeFor(page, 'Tag manager')
  await using site = await aSite({ '/': host('') })
  await page.goto(site.url)
  // They read the code in an element of theirs, and make each script in it anew without its attributes.
  await page.evaluate((html) => {
    const box = document.createElement('div')
    box.innerHTML = html
    for (const { text } of box.querySelectorAll('script')) {
      const script = document.createElement('script')
      script.text = text
      document.body.append(script)
    }
  }, code)
  await expectChat(page)
})

for (const mode of ['StrictMode', 'Fragment'] as const)
  test(`G3: the code for React opens the chat in ${mode}, hides and shows the button with its component`, async ({
    page,
    server,
  }) => {
    const { code } = await codeFor(page, 'React')
    const start = `
      import { ${mode} } from 'react'
      import { createRoot } from 'react-dom/client'
      import { Deskbell } from './Deskbell.jsx'
      const box = document.body.appendChild(document.createElement('div'))
      let root = createRoot(box)
      window.show = (has) => root.render(<${mode}><p>{has ? 'With' : 'Without'}</p>{has && <Deskbell />}</${mode}>)
      window.leave = () => { root.unmount(); root = createRoot(box) }
      show(true)`
    const app = await anApp({ 'main.jsx': start, 'Deskbell.jsx': code })
    await using site = await aSite({ '/': host('<script src="/app.js"></script>'), '/app.js': app })
    const asked = requestsTo(server.url, page)
    await page.goto(site.url)
    await expectButton(page)
    // In StrictMode React runs each effect twice, with the component gone between; elsewhere no call is made (W31).
    if (mode === 'Fragment') expect(asked).toEqual(['/widget.js'])
    await gone(page, 'show(false)')
    await page.evaluate('show(true)')
    await expectButton(page)
    await gone(page, 'leave()')
    await page.evaluate('show(true)')
    await expectChat(page)
  })

test('G3: the code for Vue opens the chat, hides and shows the button with its app', async ({ page, server }) => {
  const { code } = await codeFor(page, 'Vue')
  const start = `
    import { createApp, h } from 'vue'
    import { deskbell } from './deskbell.js'
    const box = document.body.appendChild(document.createElement('div'))
    let app
    window.mount = () => {
      app = createApp({ render: () => h('p', 'With') }).use(deskbell)
      app.mount(box)
    }
    window.unmount = () => app.unmount()
    mount()`
  const app = await anApp({ 'main.js': start, 'deskbell.js': code })
  await using site = await aSite({ '/': host('<script src="/app.js"></script>'), '/app.js': app })
  const asked = requestsTo(server.url, page)
  await page.goto(site.url)
  await expectButton(page)
  expect(asked).toEqual(['/widget.js'])
  await gone(page, 'unmount()')
  await page.evaluate('mount()')
  await expectButton(page)
  await gone(page, 'unmount(); mount(); unmount()')
  await page.evaluate('mount()')
  await expectChat(page)
})

test('G3: the code for npm and TypeScript opens the chat, and its types can be had', async ({ page }) => {
  const { code } = await codeFor(page, 'npm and TypeScript')
  const types = page.waitForEvent('download')
  await page.getByRole('link', { name: 'deskbell.d.ts' }).click()
  expect(readFileSync(await (await types).path(), 'utf8')).toContain('interface Deskbell')
  const start = "import { addContactButton } from './contact-button.ts'\naddContactButton()\naddContactButton()"
  const app = await anApp({ 'main.ts': start, 'contact-button.ts': code })
  await using site = await aSite({ '/': host('<script src="/app.js"></script>'), '/app.js': app })
  await page.goto(site.url)
  await expectButton(page)
  await expectChat(page)
})

/** The button is there, and its script once. */
async function expectButton(page: Page) {
  await expect(page.getByRole('button', { name: NAME })).toBeVisible()
  await expect(page.locator('script[src$="/widget.js"]')).toHaveCount(1)
}

async function gone(page: Page, how: string) {
  await page.evaluate(how)
  await expect(page.getByRole('button', { name: NAME })).toBeHidden()
}

/** The paths that pages ask the server for from now on. */
function requestsTo(server: string, page: Page) {
  const paths: string[] = []
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === server) paths.push(pathname)
  })
  return paths
}
