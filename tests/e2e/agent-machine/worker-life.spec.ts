import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { chromiumPath } from '../../support/browsers.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { copyOfExtension } from '../support/copy-of-extension.ts'
import { realtimeSockets } from '../support/realtime-sockets.ts'
import { aVisitorWaits, type TestVisitor } from '../support/visitor.ts'

/** Chrome ends a worker that was silent for 30 s. */
const pastTheEndOfAnIdleWorker = 45_000

test('A43: nobody looking, the worker lives past 30 s on one and the same connection, and still hears', async () => {
  test.setTimeout(180_000)
  const server = await startServer()
  const folder = await copyOfExtension('chrome')
  const profile = await mkdtemp(join(tmpdir(), 'deskbell-life-'))
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await signInAndAccept(server, visitor, folder, profile)
  await expect.poll(async () => (await realtimeSockets(server)).open).toBe(0)
  const { opened } = await realtimeSockets(server)

  // Without the debugging protocol: whoever watches a worker by that keeps it alive.
  const browser = startChromium(folder, profile)
  await expect.poll(async () => (await realtimeSockets(server)).open, { timeout: 30_000 }).toBe(1)
  const since = Date.now()
  await expect
    .poll(() => Date.now() - since, { timeout: 2 * pastTheEndOfAnIdleWorker, intervals: [5_000] })
    .toBeGreaterThan(pastTheEndOfAnIdleWorker)
  expect(await realtimeSockets(server)).toEqual({ open: 1, opened: opened + 1 })

  const { delivered } = await visitor.agentReceipt()
  await visitor.write('Still there?')
  await expect.poll(async () => (await visitor.agentReceipt()).delivered).toBeGreaterThan(delivered)
  expect((await realtimeSockets(server)).opened).toBe(opened + 1)

  await end(browser)
  await server.remove()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  await rm(folder, { recursive: true, force: true })
})

const flags = (folder: string) => [
  `--disable-extensions-except=${folder}`,
  `--load-extension=${folder}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<{ value: { accountId: string } }> } }

/** What the second browser finds in its profile. */
async function signInAndAccept(server: TestServer, visitor: TestVisitor, folder: string, profile: string) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: flags(folder),
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const page = await context.newPage()
  await page.goto(new URL('/options.html', worker.url()).href)
  const command = (type: string, payload: object) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { type, payload })
  const { url: serverUrl, adminUsername: username, adminPassword: password } = server
  const { value } = await command('add-account', { serverUrl, username, password })
  await command('accept-chat', { accountId: value.accountId, chatId: visitor.chatId })
  await expect.poll(async () => (await visitor.agentReceipt()).delivered).toBeGreaterThan(0)
  await context.close()
}

const startChromium = (folder: string, profile: string): ChildProcess =>
  spawn(
    chromiumPath(),
    ['--headless=new', `--user-data-dir=${profile}`, '--no-first-run', ...flags(folder), 'about:blank'],
    { stdio: 'ignore' },
  )

async function end(browser: ChildProcess) {
  const exited = once(browser, 'exit')
  browser.kill('SIGTERM')
  await exited
}
