// Takes the pictures of docs/pictures from a real chat: a server, the demo shop, the built extension. `npm run pictures` runs it.
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumPath } from '../../support/browsers.ts'
import { startDesk } from '../../support/desk.ts'
import { root } from '../../support/server.ts'
import { type AgentSide, deskOn } from '../main-job/agent-side.ts'
import { openNetwork } from '../main-job/network.ts'
import { type VisitorSide, visitorOn } from '../main-job/visitor-side.ts'
import { aSite } from '../snippet-generator/a-site.ts'
import { addAgent } from '../support/add-agent.ts'
import { openAgentBrowser } from '../support/agent-browser.ts'
import { takeFirstSteps } from './first-steps.ts'
import { sideBySide } from './side-by-side.ts'

const folder = join(root, 'docs/pictures')
/** What the pictures show instead of a port that is another one each time. */
const site = 'alder-ash.localhost'
const shopSize = { width: 1240, height: 720 }
const panelSize = { width: 380, height: 720 }

await mkdir(folder, { recursive: true })
const server = await startDesk('single')
const files: Record<string, string> = {}
const ownersSite = await aSite(files)
const network = await openNetwork({
  [site]: server.port,
  // Where a server listens that somebody has just started.
  '127.0.0.1': server.port,
  'oak.localhost': Number(new URL(ownersSite.url).port),
})
const agent = await openAgentBrowser(await mkdtemp(join(tmpdir(), 'deskbell-pictures-')), network.proxy)
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  proxy: { server: network.proxy },
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await agent.signIn({ ...server, agentUrl: `http://${site}` }, await addAgent(server, 'Ana'))
  const ana = deskOn(await agent.openSidePanel())
  await takeAll(browser, ana)
  await takeFirstSteps(browser, {
    server: 'http://127.0.0.1:4400',
    page: 'http://oak.localhost/',
    save: (html) => {
      files['/'] = html
    },
    ana,
    folder,
  })
} finally {
  await agent.close()
  await browser.close()
  network.close()
  await ownersSite[Symbol.asyncDispose]()
  await server.remove()
}

async function takeAll(visitors: Browser, ana: AgentSide) {
  await ana.page.setViewportSize(panelSize)
  const nora = await comeToShop(visitors, shopSize)
  await nora.ring('Nora Lind', 'Hello, does the ash floor lamp come with a longer cord?')
  await ana.incoming.getByRole('button', { name: 'Accept' }).click()
  await ana.write('Hello Nora. Yes: we cut it to fit, up to five metres.')
  await nora.bubble('cut it to fit').waitFor()
  await nora.write('Lovely. And the shade in linen?')
  await ana.bubble('shade in linen').waitFor()
  await ana.write('Linen costs nothing more. Shall I put both on one order?')
  await read(ana, 'Shall I put both')

  const tomas = await comeToShop(visitors, { width: 390, height: 740 })
  await tomas.ring('Tomás Ruiz', 'Is the desk lamp bright enough to draw by?')
  await ana.incoming.waitFor()
  const popup = await openAt('popup.html', { width: 360, height: 320 })
  await popup.getByRole('button', { name: 'Accept' }).waitFor()
  await take(popup, 'popup')
  await popup.close()
  await ana.incoming.getByRole('button', { name: 'Accept' }).click()
  await ana.write('It is: 1,100 lumens, and the arm turns wherever you need it.')
  await tomas.bubble('1,100 lumens').waitFor()
  await take(tomas.page, 'widget-phone')

  await ana.page.getByRole('button', { name: 'Back to the list' }).click()
  await take(ana.page, 'panel-list')
  await ana.page.getByRole('button', { name: 'Nora Lind' }).click()
  await nora.message.pressSequentially('Yes, please')
  await ana.log.getByText('Nora Lind is typing…').waitFor()
  await take(nora.page, 'widget')
  await take(ana.page, 'panel')
  await sideBySide(visitors, await nora.page.screenshot(), await ana.page.screenshot(), join(folder, 'chat.png'))
  await inDark(nora.page, () => take(nora.page, 'widget-dark'))
  await inDark(ana.page, () => take(ana.page, 'panel-dark'))

  const pop = await openAt('window.html', { width: 860, height: 560 })
  await pop.getByRole('button', { name: 'Nora Lind' }).click()
  await deskOn(pop).bubble('Linen costs').waitFor()
  await take(pop, 'window')
  await pop.close()
  const options = await openAt('options.html', { width: 760, height: 580 })
  await options.getByText('Online').first().waitFor()
  await take(options, 'options')

  const generator = await visitors.newPage({ viewport: { width: 1000, height: 720 } })
  await generator.goto(`http://${site}/snippet-generator/`)
  await generator.getByRole('tab', { name: 'Configuration' }).waitFor()
  await take(generator, 'generator')
}

async function comeToShop(visitors: Browser, viewport: { width: number; height: number }): Promise<VisitorSide> {
  const context = await visitors.newContext({ viewport })
  const page = await context.newPage()
  await page.goto(`http://${site}/demo/`)
  return visitorOn(page)
}

async function openAt(name: string, size: { width: number; height: number }): Promise<Page> {
  const page = await agent.open(name)
  await page.setViewportSize(size)
  return page
}

/** Until the visitor has read the agent's words: a picture in the middle of a change would be another one each time. */
async function read(ana: AgentSide, text: string) {
  await ana.bubble(text).filter({ hasText: 'Read' }).waitFor()
}

async function inDark(page: Page, act: () => Promise<unknown>) {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await act()
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

async function take(page: Page, name: string) {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
