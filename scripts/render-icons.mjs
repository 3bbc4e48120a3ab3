// Draws the extension's PNG icons from extension/icon.svg. Run it after a change of the drawing, and commit what it writes.
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from './machine/find-program.mjs'

const svg = readFileSync('extension/icon.svg', 'utf8')
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: `extension/public/icon/${size}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
