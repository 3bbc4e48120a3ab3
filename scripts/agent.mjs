// `npm run agent`: a Chromium-family browser with the extension loaded, signed in to the local server, its side panel open.
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { agentBrowser } from './agent/agent-browser.mjs'
import { pinExtension } from './agent/pin-extension.mjs'
import { readOptions } from './agent/read-options.mjs'
import { refuseWithoutServer, signIn } from './agent/sign-in.mjs'
import { builds, buildWhatIsStale } from './build.mjs'
import { ROOT } from './machine/cache.mjs'

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) return console.log(options.help)
  const executablePath = agentBrowser()
  await refuseWithoutServer(options.server)
  await buildWhatIsStale(
    console.log,
    builds.map((row) => row.filter(({ outputs }) => outputs.includes('dist/extension/chrome-mv3'))),
  )
  const folder = join(ROOT, 'dist/extension/chrome-mv3')
  pinExtension(options.profile, folder)
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath,
    headless: options.headless,
    viewport: null,
    // The person uses this browser; it is no test.
    ignoreDefaultArgs: ['--enable-automation', '--disable-extensions'],
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const closed = new Promise((resolve) => context.once('close', resolve))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void context.close())
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(new URL('/options.html', worker.url()).href)
    console.log(await signIn(page, options))
    await openSidePanel(page)
    await page.goto(options.server)
  } catch (error) {
    await context.close()
    throw error
  }
  console.log('Close the browser, or press Ctrl-C here, to end.')
  await closed
}

/** Chrome opens the panel only for a click: the debugging protocol can say that this counts as one. */
async function openSidePanel(/** @type {import('@playwright/test').Page} */ page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', {
    expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
    awaitPromise: true,
    userGesture: true,
  })
  await session.detach()
}
