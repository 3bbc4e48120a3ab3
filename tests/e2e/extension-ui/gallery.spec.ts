import { chromium, expect, test } from '@playwright/test'
import { openGallery } from '../../gallery/extension/open-gallery.ts'
import { variantsOf } from '../../gallery/extension/variants.ts'
import { chromiumPath } from '../../support/browsers.ts'
import { findBarriers } from '../support/find-barriers.ts'

const parts = ['first', 'second']

for (const [part, which] of parts.entries())
  test(`A40: every state in the gallery draws without an error, a barrier or a sideways scroll: narrowest, dark, right to left (the ${which} half)`, async () => {
    test.setTimeout(300_000)
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
    const gallery = await openGallery(browser)
    const errors: string[] = []
    gallery.page.on('pageerror', (error) => errors.push(error.message))
    const size = Math.ceil(gallery.scenes.length / parts.length)
    for (const scene of gallery.scenes.slice(part * size, (part + 1) * size)) {
      const narrowest = variantsOf(scene).reduce((one, other) => (other.width < one.width ? other : one))
      await gallery.show(scene.name, { ...narrowest, theme: 'dark', dir: 'rtl' })
      const found = {
        scene: scene.name,
        errors,
        overflow: await gallery.page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        barriers: scene.name === 'components' ? [] : await findBarriers(gallery.page),
      }
      expect.soft(found).toEqual({ scene: scene.name, errors: [], overflow: false, barriers: [] })
    }
    await gallery.close()
    await browser.close()
  })
