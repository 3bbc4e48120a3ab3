import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import type { AgentBrowser } from './agent-browser.ts'

interface Target {
  readonly type: string
  readonly url: string
  readonly webSocketDebuggerUrl: string
}

/** A browser of which no page belongs to the extension: what it does then, the protocol alone can tell. */
export interface HiddenExtension {
  /** Addresses of the extension that exist now, such as `/background.js` and `/offscreen.html`. */
  targets(): Promise<string[]>
  /** Whether something sounds in the extension just now, over and over. */
  sounds(): Promise<boolean>
}

/** Closes every page of the extension; leaves one that is none. */
export async function hideExtension({ context, debuggingPort }: AgentBrowser): Promise<HiddenExtension> {
  const blank: Page = await context.newPage()
  for (const page of context.pages()) if (page !== blank) await page.close()

  const all = async () => {
    const answer = await fetch(`http://127.0.0.1:${await debuggingPort()}/json/list`)
    return ((await answer.json()) as Target[]).filter(({ url }) => url.startsWith('chrome-extension://'))
  }
  const targets = async () => (await all()).map(({ url }) => new URL(url).pathname)
  await expect.poll(async () => (await targets()).filter((path) => path !== '/background.js')).toEqual([])

  return {
    targets,
    async sounds() {
      const page = (await all()).find(({ url }) => new URL(url).pathname === '/offscreen.html')
      return page !== undefined && (await playsIn(page.webSocketDebuggerUrl))
    },
  }
}

/** The page keeps its sound to itself: its object is found among all there are. */
async function playsIn(address: string): Promise<boolean> {
  const socket = new WebSocket(address)
  const answers = new Map<number, (result: Record<string, { objectId?: string; value?: unknown }>) => void>()
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(String(data))
    answers.get(id)?.(result)
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const call = (method: string, params: object) =>
    new Promise<Record<string, { objectId?: string; value?: unknown }>>((resolve) => {
      const id = answers.size + 1
      answers.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
  const { result: prototype } = await call('Runtime.evaluate', { expression: 'HTMLAudioElement.prototype' })
  const { objects } = await call('Runtime.queryObjects', { prototypeObjectId: prototype?.objectId })
  const { result } = await call('Runtime.callFunctionOn', {
    objectId: objects?.objectId,
    functionDeclaration: 'function () { return this.some((one) => one.loop && !one.paused && one.currentTime > 0) }',
    returnByValue: true,
  })
  socket.close()
  return result?.value === true
}
