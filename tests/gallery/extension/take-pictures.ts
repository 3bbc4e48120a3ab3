import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../../support/browsers.ts'
import { openGallery } from './open-gallery.ts'
import { variantsOf } from './variants.ts'

/** `node tests/gallery/extension/take-pictures.ts FOLDER [PART OF A SCENE'S NAME]`: a picture of every scene in every variant. */
const [folder, part = ''] = process.argv.slice(2)
if (!folder) throw new Error('Say where the pictures go: take-pictures.ts FOLDER [SCENE]')
await mkdir(folder, { recursive: true })

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
const gallery = await openGallery(browser)
gallery.page.on('pageerror', (error) => console.error(error))
for (const scene of gallery.scenes.filter(({ name }) => name.includes(part)))
  for (const variant of variantsOf(scene)) {
    await gallery.show(scene.name, variant)
    const path = `${folder}/${scene.name}-${variant.width}-${variant.theme}-${variant.dir}.png`
    await gallery.page.screenshot({ path, fullPage: scene.place === 'page' })
  }
await gallery.close()
await browser.close()
