import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { build, preview } from 'vite'
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

const configFile = new URL('vite.config.ts', import.meta.url).pathname

/** Builds the gallery (each scene is a page load of its own, in one file instead of hundreds), serves it on a free port and opens it. */
export async function openGallery(browser: Browser): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'deskbell-gallery-'))
  await build({ configFile, logLevel: 'warn', build: { outDir } })
  const server = await preview({ configFile, build: { outDir } })
  const base = server.resolvedUrls?.local[0] ?? ''
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(new URL('list.html', base).href)
  const scenes: Gallery['scenes'] = JSON.parse((await page.locator('output').textContent()) ?? '')
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
      await rm(outDir, { recursive: true })
    },
  }
}
