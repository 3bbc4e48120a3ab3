import type { Page } from '@playwright/test'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, test, widgetOn } from './world.ts'

const said = 'No connection. Try again.'

for (const { what, file } of [
  { what: 'nothing', file: '**/widget/assets/*' },
  { what: 'no document of the chat', file: '**/widget/frame.html' },
  { what: 'no code of the chat', file: '**/widget/assets/open-chat-*' },
])
  test(`W27: where ${what} can be loaded when the chat is first opened, the button says so and tries again`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(site.page())
    const { chat, launcher } = widgetOn(page)
    const again = page.getByRole('button', { name: said })
    await launcher.waitFor()
    const small = await widthOf(page)
    let tries = 0
    await page.route(file, (route) => {
      tries++
      return route.abort('connectionrefused')
    })
    await launcher.click()
    await expect(again).toBeVisible()
    await expect(again).toHaveText(said)
    await expect(again).toHaveAttribute('aria-expanded', 'false')
    // Nothing covers the page.
    await expect(page.locator('deskbell-widget iframe:not([hidden])')).toHaveCount(0)
    await page.getByLabel('Search').fill('lamps')
    expect(await findBarriers(page)).toEqual([])
    // It is as far from the edge as ever, and whole.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

    const before = tries
    await again.click()
    await expect.poll(() => tries, 'tried again, in vain').toBeGreaterThan(before)
    await expect(again).toHaveAttribute('aria-expanded', 'false')

    await page.unroute(file)
    await again.click()
    await expect(chat.getByLabel('Your name')).toBeFocused()
    await chat.getByRole('button', { name: 'Close' }).click()
    await expect(launcher).toBeFocused()
    expect(await widthOf(page)).toBe(small)
  })

const widthOf = (page: Page) => page.getByRole('button', { name: 'Contact us' }).evaluate((one) => one.clientWidth)
