import type { Browser, Page } from '@playwright/test'
import { createServer } from 'vite'
import type { Scene } from './scenes.tsx'
import { addressOf, type Variant } from './variants.ts'

export interface Gallery {
  readonly page: Page
  /** All scenes, by name, in their order. */
  readonly scenes: readonly (Pick<Scene, 'place'> & { readonly name: string })[]
  /** Shows a scene and waits until it stands. */
  show(name: string, variant: Variant): Promise<void>
  close(): Promise<void>
}

/** Serves the gallery on a free port and opens it in a browser. */
export async function openGallery(browser: Browser): Promise<Gallery> {
  const server = await createServer({ configFile: new URL('vite.config.ts', import.meta.url).pathname })
  await server.listen()
  const base = server.resolvedUrls?.local[0] ?? ''
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(base)
  const scenes = await page.evaluate(async () => {
    const module = await import(new URL('./scenes.tsx', location.href).href)
    const all = Object.entries(module.scenes as Record<string, Pick<Scene, 'place'>>)
    return all.map(([name, { place }]) => ({ name, place }))
  })
  return {
    page,
    scenes,
    async show(name, variant) {
      await page.setViewportSize({ width: variant.width, height: variant.height })
      await page.goto(new URL(addressOf(name, variant), base).href)
      await page
        .locator('body[data-ready]')
        .waitFor({ timeout: 20_000 })
        .catch((cause) => {
          throw new Error(`The scene ${name} does not come to stand.`, { cause })
        })
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}
