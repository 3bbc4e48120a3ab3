import type { HostilePage } from '../../hostile-pages/hostile-pages.ts'
import { journey } from './journey.ts'
import { visitByPlaywright } from './visit-by-playwright.ts'
import { test } from './world.ts'

/** A test for each of these pages. */
export function journeysThrough(pages: Readonly<Record<string, HostilePage>>) {
  for (const [name, hostile] of Object.entries(pages)) {
    test(`W32: a visitor chats on a page ${hostile.what}`, async ({ page, hostile: site, agent, complaints }) => {
      await journey(visitByPlaywright(page, hostile), site, agent, name)
      const { remarks } = hostile
      if (remarks) complaints.splice(0, Infinity, ...complaints.filter((one) => !remarks.test(one)))
    })
  }
}
