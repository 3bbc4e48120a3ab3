import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { chromiumPath } from '../../support/browsers.ts'
import type { Scene } from './scenes.tsx'
import { addressOf, variantsOf } from './variants.ts'

/** `node tests/gallery/extension/take-pictures.ts FOLDER [PART OF A SCENE'S NAME]`: a picture of every scene in every variant. */
const [folder, part = ''] = process.argv.slice(2)
if (!folder) throw new Error('Say where the pictures go: take-pictures.ts FOLDER [SCENE]')
await mkdir(folder, { recursive: true })

const server = await createServer({ configFile: new URL('vite.config.ts', import.meta.url).pathname })
await server.listen()
const base = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
const page = await browser.newPage()
page.on('pageerror', (error) => console.error(error))

await page.goto(base)
const scenes = await page.evaluate(async () => {
  const { scenes } = await import(/* @vite-ignore */ new URL('./scenes.tsx', location.href).href)
  return Object.entries(scenes as Record<string, Pick<Scene, 'place'>>).map(([name, { place }]) => ({ name, place }))
})
for (const { name, place } of scenes.filter((scene) => scene.name.includes(part)))
  for (const variant of variantsOf({ place })) {
    const { width, height, theme, dir } = variant
    await page.setViewportSize({ width, height })
    await page.goto(new URL(addressOf(name, variant), base).href)
    await page.locator('body[data-ready]').waitFor()
    await page.screenshot({ path: `${folder}/${name}-${width}-${theme}-${dir}.png`, fullPage: place === 'page' })
  }
await browser.close()
await server.close()
