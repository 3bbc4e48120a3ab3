import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Browser, type CDPSession, chromium } from '@playwright/test'
import { chromiumPath } from '../support/browsers.ts'
import { startServer } from '../support/server.ts'
import type { Figure, Measurement } from './figure.ts'
import { median } from './statistics.ts'

const rounds = 9

/** What the loader costs the main thread of the page that carries it, at a quarter of this machine's speed. */
export const loaderTime: Measurement = {
  name: 'Main thread of a host page, 4× slower CPU',
  async measure() {
    const server = await startServer()
    const site = await startSite(server.url)
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
    const times: Record<Variant, number[]> = { empty: [], snippet: [] }
    try {
      for (let round = 0; round <= rounds; round++)
        for (const variant of ['empty', 'snippet'] as const) {
          const spent = await mainThreadTime(browser, `${site.url}/${variant}`, variant)
          // The first of each fills the browser's and the server's caches.
          if (round > 0) times[variant].push(spent)
        }
    } finally {
      await browser.close()
      await site.stop()
      await server.remove()
    }
    const [empty, snippet] = [median(times.empty), median(times.snippet)]
    return [
      { name: `empty page, median of ${rounds}`, value: empty, unit: 'ms' },
      { name: `with the snippet, median of ${rounds}`, value: snippet, unit: 'ms' },
      { name: 'difference', value: snippet - empty, unit: 'ms' },
    ] satisfies Figure[]
  },
}

type Variant = 'empty' | 'snippet'

async function mainThreadTime(browser: Browser, url: string, variant: Variant): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  // The thread's own time: on a busy machine, waiting for a core is no work of the page.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const before = await taskTime(devtools)
  await page.goto(url, { waitUntil: 'load' })
  if (variant === 'snippet') await page.waitForSelector('deskbell-widget', { state: 'attached' })
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestIdleCallback(painted))))
  const spent = (await taskTime(devtools)) - before
  await context.close()
  return spent
}

/** Time that the page's main thread was busy so far, in ms. */
async function taskTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** Another origin's page, with the snippet and without. */
async function startSite(server: string) {
  const snippet = `<script async src="${server}/widget.js"></script>`
  const site = createServer(({ url }, response) => {
    const body = `<h1>Shop</h1><p>Lamps.</p>${url === '/snippet' ? snippet : ''}`
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><body>${body}</body></html>`,
    )
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const address = site.address()
  if (!address || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      site.close()
      site.closeAllConnections()
      await once(site, 'close')
    },
  }
}
