import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type {} from '../../../widget/deskbell.d.ts'
import { root } from '../../support/server.ts'
import { type Agent, expect, test, widgetOn } from './world.ts'

/** What the page's policy, its Trusted Types or its console object to. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}

const chatsOn = async (page: Page, agent: Agent, name: string) => {
  const { chat, start, close } = widgetOn(page)
  await start(name, 'Hello')
  const id = await agent.chatOf(name)
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  await close()
  await agent.say(id, 'Here I am')
  await expect(chat.getByText('Here I am')).toBeVisible()
}

test('W31: before the visitor acts there is one request, no cookie, no storage, no socket', async ({
  page,
  context,
  site,
  server,
}) => {
  const requests: string[] = []
  const sockets: string[] = []
  page.on('request', (request) => request.url().startsWith(server.url) && requests.push(request.url()))
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.goto(site.url)
  await expect(widgetOn(page).launcher).toBeVisible()
  await page.getByLabel('Search').pressSequentially('kettle')
  await page.waitForLoadState('networkidle')
  expect(requests).toEqual([`${server.url}/widget.js`])
  expect(sockets).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('W31: the credential is out of the reach of the page and of every script', async ({
  page,
  context,
  site,
  agent,
  server,
}) => {
  await page.goto(site.url)
  await chatsOn(page, agent, 'Private')
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(stored).toBe('[{"deskbell":"1"},{"deskbell":"1"}]')
  const [cookie, ...others] = await context.cookies(server.url)
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' })
  expect(others).toEqual([])
})

test('W32: works under the strictest policy with the README’s lines only, Trusted Types and blocked storage', async ({
  page,
  site,
  agent,
  server,
}) => {
  const [, lines = ''] =
    /## Content Security Policy.*?```\n(.*?)```/s.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? []
  const ours = lines.trim().split('\n').join('; ').replaceAll('https://chat.example.com', server.url)
  expect(ours).toContain(server.url)
  const policy = `default-src 'none'; ${ours}; require-trusted-types-for 'script'; trusted-types 'none'`
  const complaints = complaintsOf(page)
  await page.addInitScript(() => {
    if (window !== top) return
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  await page.goto(site.page({ policy }))
  await chatsOn(page, agent, 'Strict')
  expect(complaints).toEqual([])
})

test('W32: a page’s style, a second copy and a huge z-index change nothing', async ({ page, site, agent }) => {
  const head =
    '<style>* { all: unset !important } main { position: relative; z-index: 2000000000 } iframe, button { display: none !important }</style>'
  await page.goto(site.page({ head, copies: 2 }))
  const { launcher } = widgetOn(page)
  await expect(page.locator('deskbell-widget')).toHaveCount(1)
  const box = await launcher.boundingBox()
  expect(box).toMatchObject({ width: 56, height: 56 })
  const size = page.viewportSize()
  expect((box?.x ?? 0) + 76).toBe(size?.width)
  await chatsOn(page, agent, 'Styled')
})

test('W32: a router that replaces the whole body does not take the chat away', async ({ page, site, agent }) => {
  await page.goto(site.url)
  const { chat, launcher, start } = widgetOn(page)
  await start('Router', 'Hello')
  const id = await agent.chatOf('Router')
  await agent.accept(id)
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')))
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  await agent.say(id, 'Still here')
  await expect(chat.getByText('Still here')).toBeVisible()
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')))
  await expect(launcher).toBeVisible()
  await expect(chat.getByText('Still here')).toBeVisible()
})

test('W32: messages of another window or another shape are ignored and counted', async ({ page, site, agent }) => {
  await page.goto(site.url)
  const { chat, message, start } = widgetOn(page)
  await start('Forged', 'Hello')
  const id = await agent.chatOf('Forged')
  await agent.accept(id)
  await expect(message).toBeVisible()
  await page.evaluate(() => {
    const frame = document.querySelector('deskbell-widget')?.shadowRoot?.querySelector('iframe')
    const { port2 } = new MessageChannel()
    frame?.contentWindow?.postMessage(['deskbell', { color: 'red' }, '', '', '', true], '*', [port2])
    frame?.contentWindow?.postMessage('shutdown', '*')
  })
  await message.fill('Unharmed')
  await message.press('Enter')
  await expect(chat.getByText('Unharmed')).toBeVisible()
  await expect(chat.locator('html')).toHaveAttribute('data-ignored', '2')
})

test('W32: back from the back/forward cache the chat goes on', async ({ playwright, launchOptions, nearby, agent }) => {
  // Playwright switches that cache off for its own browsers.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const page = await browser.newPage()
  await page.goto(nearby.page())
  const { chat, launcher, start, close } = widgetOn(page)
  await start('Back', 'Hello')
  const id = await agent.chatOf('Back')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  await close()
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'restored' : 'loaded'
    }),
  )
  await page.goto('about:blank')
  await agent.say(id, 'While you were away')
  await page.goBack({ waitUntil: 'commit' })
  await expect(page).toHaveTitle('restored')
  // Playwright cannot see into frames that come from that cache; the button tells that the panel opened for the reply.
  await expect(launcher).toHaveAttribute('aria-expanded', 'true')
  await launcher.click()
  await agent.say(id, 'Welcome back')
  await expect(launcher).toHaveAttribute('aria-expanded', 'true')
  await browser.close()
})

test('W33: the API queues calls before the script has loaded, tells its events, and a listener that throws harms nobody', async ({
  page,
  site,
  agent,
}) => {
  const head = `<script>
    window.Deskbell = function () { (Deskbell.q = Deskbell.q || []).push(arguments) }
    window.told = []
    for (const event of ['ready', 'opened', 'closed', 'started', 'message', 'unread', 'ended'])
      Deskbell('on', event, (detail) => told.push([event, detail]))
    Deskbell('on', 'opened', () => { throw new Error('of the page') })
    Deskbell('open')
  </script>`
  await page.goto(site.page({ head }))
  const { chat, launcher, message } = widgetOn(page)
  await chat.getByLabel('Your name').fill('Scripted')
  await message.fill('Hello')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const id = await agent.chatOf('Scripted')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  await page.evaluate(() => window.Deskbell?.('close'))
  await expect(page.getByTitle('Chat')).toBeHidden()
  await agent.say(id, 'Here I am')
  await expect(chat.getByText('Here I am')).toBeVisible()
  await agent.end(id)
  await expect(chat.getByText('Administrator has ended')).toBeVisible()
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  await expect.poll(told).toEqual(
    expect.arrayContaining([
      ['ready', undefined],
      ['opened', undefined],
      ['started', { chatId: id }],
      ['closed', undefined],
      ['unread', { count: 1 }],
      ['message', { from: 'Administrator', text: 'Here I am' }],
      ['ended', { chatId: id }],
    ]),
  )
  await page.evaluate(() => window.Deskbell?.('language', 'de'))
  await expect(chat.getByRole('button', { name: 'Neues Gespräch' })).toBeVisible()
  await page.evaluate(() => window.Deskbell?.('shutdown'))
  await expect(launcher).toBeHidden()
  // The frame has the session ended first; until it says that this is done, the page remembers that it is wanted.
  await expect.poll(() => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }])).toEqual([{}, {}])
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /bell/i.test(key)))).toEqual(['Deskbell'])
})

test('W31 W33: a page’s first call brings what answers calls, and nothing of the chat', async ({
  page,
  site,
  server,
}) => {
  const requests: string[] = []
  page.on('request', (request) => request.url().startsWith(`${server.url}/widget/`) && requests.push(request.url()))
  await page.goto(site.url)
  const { launcher } = widgetOn(page)
  await expect(launcher).toBeVisible()
  for (const verb of ['close', 'shutdown', 'show', 'hide'] as const)
    await page.evaluate((one) => window.Deskbell?.(one), verb)
  await expect(launcher).toBeHidden()
  await page.evaluate(() => window.Deskbell?.('show'))
  await expect(launcher).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(requests).toEqual([expect.stringMatching(/\/widget\/assets\/api-[^/]+$/)])
})
