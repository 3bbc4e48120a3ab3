import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, type Worker } from '@playwright/test'
import type { Answer, CommandName, Payload } from '../../../extension/core/commands.ts'
import type { AccountRow } from '../../../extension/core/db.ts'
import { chromiumPath } from '../../support/browsers.ts'
import type { Desk } from '../../support/desk.ts'
import type { Credentials } from './add-agent.ts'
import { copyOfExtension } from './copy-of-extension.ts'

// To watch a worker's requests as well makes Chromium 156 crash in about every third test that ends a worker amid them.
process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = '1'

/** A Chromium of its own with the built extension in it. */
export interface AgentBrowser {
  readonly context: BrowserContext
  /** Opens one of the extension's pages as a tab, such as `popup.html`. */
  open(page: string): Promise<Page>
  /** Opens the real side panel, by a click, and gives it as a page. */
  openSidePanel(): Promise<Page>
  /** As if the agent pressed the toolbar's button while looking at a page; gives the real popup. */
  pressToolbarButton(looksAt: Page): Promise<Page>
  command<C extends CommandName>(type: C, payload: Payload<C>): Promise<Answer<C>>
  /** As the administrator, or as somebody else. Resolves with the account's id when the account is online. */
  signIn(server: Desk, who?: Credentials): Promise<string>
  /** The rows of one of the extension's tables. */
  rows<Row>(table: string): Promise<Row[]>
  badge(): Promise<{ text: string; title: string }>
  notifications(): Promise<string[]>
  /** As if the agent pressed a button of the notification (0 is Accept, 1 is Decline), or clicked it (null). */
  pressNotification(id: string, button: 0 | 1 | null): Promise<void>
  /** Whether the offscreen page that rings is there. */
  rings(): Promise<boolean>
  /** Where the browser's own protocol listens. */
  debuggingPort(): Promise<string>
  /** Ends the background's worker, as the browser does after 30 idle seconds. */
  killWorker(): Promise<void>
  close(): Promise<void>
}

interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>
    getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>
  }
  readonly action: { getBadgeText(tab: object): Promise<string>; getTitle(tab: object): Promise<string> }
  readonly notifications: {
    getAll(): Promise<object>
    readonly onClicked: { dispatch(id: string): void }
    readonly onButtonClicked: { dispatch(id: string, button: number): void }
  }
}
declare const chrome: ExtensionApi

/**
 * @param profile an empty folder of its own, removed at the end
 * @param proxy through which all of it reaches the network, such as `socks5://127.0.0.1:1080`
 */
export async function openAgentBrowser(profile: string, proxy?: string): Promise<AgentBrowser> {
  const folder = await copyOfExtension('chrome')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    ...(proxy && { proxy: { server: proxy } }),
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--remote-debugging-port=0',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const worker: Worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const origin = `chrome-extension://${new URL(worker.url()).host}`
  // The API's calls are made from a page: an attached test must not be what keeps or wakes the worker.
  const desk = await context.newPage()
  await desk.goto(`${origin}/options.html`)

  async function open(name: string) {
    const page = await context.newPage()
    await page.goto(`${origin}/${name}`)
    return page
  }

  async function debuggingPort() {
    const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
    return port
  }

  async function openSidePanel() {
    const session = await context.newCDPSession(desk)
    // Opens for a click alone; the protocol can say that this counts as one.
    await session.send('Runtime.evaluate', {
      expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
      awaitPromise: true,
      userGesture: true,
    })
    return besidesTabs('sidepanel.html')
  }

  async function pressToolbarButton(looksAt: Page) {
    await looksAt.bringToFront()
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort()}`)
    const session = await browser.newBrowserCDPSession()
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
    const { targetId = '' } = targetInfos.find(({ url }) => url === looksAt.url()) ?? {}
    await session.send('Extensions.triggerAction', { id: new URL(origin).host, targetId })
    await browser.close()
    return besidesTabs('popup.html')
  }

  /** The side panel and the popup are none of the context's tabs: only a new connection lists them. */
  async function besidesTabs(name: string): Promise<Page> {
    const port = await debuggingPort()
    let found: Page | undefined
    await expect(async () => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const pages = browser.contexts().flatMap((one) => one.pages())
      found = pages.find((page) => page.url() === `${origin}/${name}`)
      if (!found) await browser.close()
      expect(found).toBeDefined()
    }).toPass()
    if (!found) throw new Error(`${name} did not open`)
    return found
  }

  const command = async <C extends CommandName>(type: C, payload: Payload<C>) =>
    (await desk.evaluate((message) => chrome.runtime.sendMessage(message), { type, payload })) as Answer<C>

  const rows = <Row>(table: string) =>
    desk.evaluate(
      (name) =>
        new Promise<Row[]>((resolve, reject) => {
          const request = indexedDB.open('deskbell')
          request.onerror = () => reject(request.error)
          request.onupgradeneeded = () => request.transaction?.abort()
          request.onsuccess = () => {
            const all = request.result.transaction(name).objectStore(name).getAll()
            all.onsuccess = () => {
              request.result.close()
              resolve(all.result as Row[])
            }
          }
        }),
      table,
    )

  return {
    context,
    open,
    openSidePanel,
    pressToolbarButton,
    command,
    async signIn(
      { agentUrl, adminUsername, adminPassword },
      who = { username: adminUsername, password: adminPassword },
    ) {
      const answer = await command('add-account', { serverUrl: agentUrl, ...who })
      if (!answer.ok) throw new Error(answer.refusal.message)
      const { accountId } = answer.value
      const state = async () => (await rows<AccountRow>('accounts')).find(({ id }) => id === accountId)?.state
      await expect.poll(state).toBe('online')
      return accountId
    },
    rows,
    badge: () =>
      desk.evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        title: await chrome.action.getTitle({}),
      })),
    notifications: () => desk.evaluate(async () => Object.keys(await chrome.notifications.getAll())),
    async pressNotification(id, button) {
      await command('kick', {})
      await worker.evaluate(
        ([target, index]) => {
          if (index === null) chrome.notifications.onClicked.dispatch(target)
          else chrome.notifications.onButtonClicked.dispatch(target, index)
        },
        [id, button] as const,
      )
    },
    rings: () =>
      desk.evaluate(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length === 1,
      ),
    debuggingPort,
    async killWorker() {
      const session = await context.newCDPSession(desk)
      // `ServiceWorker.stopAllWorkers` would do it too, but ends all of Chromium once in a while.
      const { targetInfos } = await session.send('Target.getTargets')
      for (const { type, targetId } of targetInfos)
        if (type === 'service_worker') await session.send('Target.closeTarget', { targetId })
      await session.detach()
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
