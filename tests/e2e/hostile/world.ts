import type { Page } from '@playwright/test'
import { type HostileSite, openHostileSite } from '../../hostile-pages/open-site.ts'
import { launchOptionsFor } from '../support/launch-options.ts'
import { test as base, expect } from '../widget/world.ts'
import { watchPage } from './watch-page.ts'

interface Scene {
  /** What the page's console, its policy and its layout have to complain about. Must be empty when a test ends. */
  readonly complaints: string[]
  readonly page: Page
}

/** Chromium, or the real Firefox of this machine by WebDriver BiDi, as the project says. */
export const test = base.extend<Scene, { hostile: HostileSite }>({
  launchOptions: [async ({ browserName }, use) => use(launchOptionsFor(browserName)), { scope: 'worker' }],
  // It would look through every node of a page at every step, and put its own scripts into it.
  trace: ['off', { scope: 'worker' }],
  hostile: [
    async ({ server }, use) => {
      const site = await openHostileSite(server.url)
      await use(site)
      site.close()
    },
    { scope: 'worker' },
  ],
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      await watchPage(page, complaints)
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
