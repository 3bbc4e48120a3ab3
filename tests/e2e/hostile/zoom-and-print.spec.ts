import { hostOn } from './host.ts'
import { expectInPlace } from './visit.ts'
import { expect, test } from './world.ts'

test('W32, W29: at 200 % the button is in its place and the chat fits, on paper there is neither', async ({
  playwright,
  launchOptions,
  hostile,
}) => {
  const browser = await playwright.chromium.launch(launchOptions)
  // What a window of 1280 × 720 has at that zoom.
  const size = { width: 640, height: 360 }
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 })
  await page.goto(hostile.page('plain'))
  const host = hostOn(page)
  await expectInPlace({ launcherBox: () => host.launcher.boundingBox() }, size)
  await host.launcher.click()
  const chat = await host.chat()
  await expect(chat.message).toBeVisible()
  const box = await host.frame.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height)
  await page.emulateMedia({ media: 'print' })
  await expect(host.launcher).toBeHidden()
  await expect(host.frame).toBeHidden()
  await browser.close()
})
