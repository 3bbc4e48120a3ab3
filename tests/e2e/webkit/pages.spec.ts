import { findWebkit } from '../../../scripts/machine/find-program.mjs'
import { hostilePages } from '../../hostile-pages/hostile-pages.ts'
import { openWebkit, type Session, type Webkit } from '../../support/webdriver.ts'
import { journey } from '../hostile/journey.ts'
import { test as base } from '../hostile/on-hostile-site.ts'
import { visitByWebDriver } from './visit-by-webdriver.ts'

const test = base.extend<{ session: Session }, { webkit: Webkit }>({
  webkit: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const webkit = await openWebkit()
      await use(webkit)
      await webkit.close()
    },
    { scope: 'worker' },
  ],
  session: async ({ webkit }, use) => {
    const session = await webkit.begin()
    await use(session)
    await session.end()
  },
})

// biome-ignore lint/suspicious/noSkippedTests: only Debian brings it by itself
test.skip(!findWebkit(), 'WebKitGTK is not installed: Debian has it as webkit2gtk-driver, with xvfb.')

// The driver runs its own scripts with what these pages put in the place of Promise.
const { 'overrides-before': _, 'overrides-after': __, ...pages } = hostilePages

for (const [name, page] of Object.entries(pages))
  test(`W32: in WebKit a visitor chats on a page ${page.what}`, async ({ session, hostile, agent }) => {
    await journey(visitByWebDriver(session, page), hostile, agent, name)
  })
