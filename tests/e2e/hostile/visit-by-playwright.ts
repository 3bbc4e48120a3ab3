import { expect, type Page } from '@playwright/test'
import type { HostilePage } from '../../hostile-pages/hostile-pages.ts'
import { hostOn } from './host.ts'
import { boxesIn, sizeOfWindow, type Visit } from './visit.ts'

export function visitByPlaywright(page: Page, hostile: HostilePage): Visit {
  const host = hostOn(page, hostile)
  return {
    goTo: async (url) => void (await page.goto(url)),
    settles: () => page.locator('html[data-settled]').waitFor({ state: 'attached' }),
    isOn: (title) => expect(host.title).toHaveText(title),
    followLink: () => host.next.click(),
    boxes: () => host.place.locator('html').evaluate(boxesIn),
    launcherBox: async () => ((await host.launcher.isVisible()) ? host.launcher.boundingBox() : null),
    size: () => host.place.locator('html').evaluate(sizeOfWindow),
    pressLauncher: () => host.launcher.click(),
    async chat() {
      const chat = await host.chat()
      return {
        ...chat,
        async say(text) {
          await chat.message.fill(text)
          await chat.message.press('Enter')
        },
      }
    },
    chatIsShut: () => host.frame.waitFor({ state: 'hidden', timeout: 20_000 }),
  }
}
