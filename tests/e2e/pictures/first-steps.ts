import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { AgentSide } from '../main-job/agent-side.ts'
import { visitorOn } from '../main-job/visitor-side.ts'
import { showFile } from './show-file.ts'

export interface FirstSteps {
  /** Where the generator is, such as `http://127.0.0.1:4400`. */
  readonly server: string
  /** The owner's page, which is what is put into `save`. */
  readonly page: string
  readonly save: (html: string) => void
  readonly ana: AgentSide
  readonly folder: string
}

const plainPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Quiet Oak Cabinets</title>
    <link rel="icon" href="data:," />
    <style>body { font: 18px/1.6 Georgia, serif; margin: 64px auto; max-width: 34em; padding: 0 24px }</style>
  </head>
  <body>
    <h1>Quiet Oak Cabinets</h1>
    <p>We make cabinets by hand, in oak and in ash.</p>
    <p>Each takes us about six weeks.</p>
  </body>
</html>
`

/** What somebody does who has just started the server, as pictures: from the generator, of which there is one, to the first chat. */
export async function takeFirstSteps(browser: Browser, { server, page: address, save, ana, folder }: FirstSteps) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 720 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server })
  const page = await context.newPage()
  const take = (name: string) =>
    page.screenshot({ path: join(folder, `first-steps-${name}.png`), animations: 'disabled', caret: 'hide' })

  await page.goto(`${server}/snippet-generator/`)
  await page.setViewportSize({ width: 1000, height: 1400 })
  await page.getByRole('button', { name: 'WhatsApp' }).click()
  await page.getByLabel('Number', { exact: true }).fill('+49 30 901820')
  await page.getByLabel('Colour', { exact: true }).fill('#0b6b4f')
  await page.getByLabel('Pill with its words').check()
  await page.evaluate(() => scrollTo(0, 0))
  await take('2-change')

  await page.setViewportSize({ width: 1000, height: 720 })
  await page.getByRole('tab', { name: 'Integration code' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByText('Copied.').waitFor()
  await take('3-copy')

  const code = await page.evaluate(() => navigator.clipboard.readText())
  const html = plainPage.replace('  </body>', () => `    ${code}\n  </body>`)
  save(html)
  await showFile(browser, 'index.html', html, code, join(folder, 'first-steps-4-paste.png'))

  await page.goto(address)
  await page.getByRole('button', { name: 'Contact us' }).click()
  await page.getByRole('menuitem', { name: 'WhatsApp' }).waitFor()
  await take('5-list')
  await page.getByRole('menuitem', { name: 'Live chat' }).click()
  await chat(page, ana)
  await take('6-chat')
  await context.close()
}

async function chat(page: Page, ana: AgentSide) {
  const visitor = visitorOn(page)
  await visitor.chat.getByLabel('Your name').fill('Ingrid Vale')
  await visitor.message.fill('Do you build into alcoves, too?')
  await visitor.chat.getByRole('button', { name: 'Start chat' }).click()
  await ana.incoming.getByRole('button', { name: 'Accept' }).click()
  await ana.write('We do. Send us the width, and we come and measure the rest.')
  await visitor.bubble('come and measure').waitFor()
  await ana.bubble('come and measure').filter({ hasText: 'Read' }).waitFor()
}
