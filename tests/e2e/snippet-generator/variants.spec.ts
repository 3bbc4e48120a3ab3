import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../support/server.ts'
import { expect, test } from '../support/site-fixtures.ts'
import { aSite } from './a-site.ts'

const NAME = `Tom & Ann's </script> {{shop}}`

/** What the generator shows under the name of a variant, after a colour and a text were changed. */
async function codeFor(page: Page, variant: string) {
  const config = JSON.stringify({ color: '#7a1f5e', texts: { contactUs: NAME } })
  await page.goto(`/snippet-generator/#tab=code&config=${encodeURIComponent(config)}`)
  await page.getByRole('radio', { name: variant, exact: true }).check()
  const shown = async (name: string) =>
    (await page.getByRole('region', { name, exact: true }).locator('code').textContent()) ?? ''
  return { code: await shown('Snippet'), lines: await shown('Content-Security-Policy') }
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

test('G3: the code for React opens the chat, hides and shows the button with its component', async ({ page }) => {
  const { code } = await codeFor(page, 'React')
  // Preact in React's place: the same hooks under the same names.
  const imports = { react: '/compat.mjs', preact: '/preact.mjs', 'preact/hooks': '/hooks.mjs' }
  const start = `
    import { createElement, render } from 'react'
    import { Deskbell } from '/deskbell.js'
    const box = document.body.appendChild(document.createElement('div'))
    window.mount = () => render(createElement(Deskbell), box)
    window.unmount = () => render(null, box)
    // As React does it in development: there, gone and there again, before anything has loaded.
    mount(); await new Promise(requestAnimationFrame); unmount(); mount()`
  await using site = await aSite({
    '/': host(
      `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module">${start}</script>`,
    ),
    '/deskbell.js': code,
    '/preact.mjs': ofPreact('dist/preact.mjs'),
    '/hooks.mjs': ofPreact('hooks/dist/hooks.mjs'),
    '/compat.mjs': ofPreact('compat/dist/compat.mjs'),
  })
  await page.goto(site.url)
  const button = page.getByRole('button', { name: NAME })
  await expect(button).toBeVisible()
  await page.evaluate('unmount()')
  await expect(button).toBeHidden()
  await page.evaluate('mount()')
  await expectChat(page)
})

test('G3: the code for Vue opens the chat, installed as an app installs a plugin', async ({ page }) => {
  const { code } = await codeFor(page, 'Vue')
  const start = `
    import { deskbell } from '/deskbell.js'
    const app = { use(plugin) { plugin.install(app); return app } }
    app.use(deskbell).use(deskbell)`
  await using site = await aSite({ '/': host(`<script type="module">${start}</script>`), '/deskbell.js': code })
  await page.goto(site.url)
  await expectChat(page)
})

test('G3: the code for npm and TypeScript opens the chat, and its types can be had', async ({ page }) => {
  const { code } = await codeFor(page, 'npm and TypeScript')
  const types = page.waitForEvent('download')
  await page.getByRole('link', { name: 'deskbell.d.ts' }).click()
  expect(readFileSync(await (await types).path(), 'utf8')).toContain('interface Deskbell')
  const start = "import { addContactButton } from '/contact-button.js'; addContactButton(); addContactButton()"
  await using site = await aSite({
    '/': host(`<script type="module">${start}</script>`),
    '/contact-button.js': code.replace(': void', ''),
  })
  await page.goto(site.url)
  await expectChat(page)
})

const ofPreact = (path: string) => readFileSync(join(root, 'node_modules/preact', path), 'utf8')
