import type { Page } from '@playwright/test'
import { launchOptionsFor } from '../support/launch-options.ts'
import { expect } from '../widget/world.ts'
import { test as base } from './on-hostile-site.ts'
import { watchPage } from './watch-page.ts'

interface Scene {
  /** What the page's console, its policy and its layout have to complain about. Must be empty when a test ends. */
  readonly complaints: string[]
  readonly page: Page
}

/** Chromium, or the real Firefox of this machine by WebDriver BiDi, as the project says. */
export const test = base.extend<Scene>({
  launchOptions: [async ({ browserName }, use) => use(launchOptionsFor(browserName)), { scope: 'worker' }],
  // It would look through every node of a page at every step, and put its own scripts into it.
  trace: ['off', { scope: 'worker' }],
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
