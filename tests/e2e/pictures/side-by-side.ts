import type { Browser } from '@playwright/test'

/** One picture of two, each in a window of its own: what the visitor sees, and at the same moment what the agent sees. */
export async function sideBySide(browser: Browser, left: Buffer, right: Buffer, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 800 } })
  const image = (picture: Buffer, alt: string) =>
    `<figure><img alt="" src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${alt}</figcaption></figure>`
  await page.setContent(`<!doctype html>
<style>
  body { margin: 0; padding: 24px; display: inline-flex; gap: 24px; background: #e4e7ec; font: 15px system-ui, sans-serif; color: #344054 }
  figure { margin: 0 }
  img { display: block; border-radius: 10px; box-shadow: 0 6px 24px rgb(16 24 40 / 0.18) }
  figcaption { padding-top: 12px; text-align: center }
</style>
${image(left, 'On the shop’s page, the visitor')}${image(right, 'In the browser’s side panel, the agent')}`)
  await page.locator('body').screenshot({ path })
  await page.close()
}
