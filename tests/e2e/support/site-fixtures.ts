import { test as base, type Page } from '@playwright/test'
import { startServer, type TestServer } from '../../support/server.ts'
import { launchOptionsFor } from './launch-options.ts'

interface Fixtures {
  /** What a page's console complains about: errors, warnings, refusals of its policy. Must be empty when a test ends. */
  readonly complaints: string[]
}
interface WorkerFixtures {
  /** A real server, for all tests of a file. */
  readonly server: TestServer
}

/** For the pages that the server itself shows: a browser on its address. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  launchOptions: [async ({ browserName }, use) => use(launchOptionsFor(browserName)), { scope: 'worker' }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('page', (page) => listen(page, complaints))
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
export const { expect } = test

function listen(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()}`)
  })
}
