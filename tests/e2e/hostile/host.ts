import { expect, type Page } from '@playwright/test'
import type { HostilePage } from '../../hostile-pages/hostile-pages.ts'

/** A hostile page as its visitor sees it: the shop, and what we put into it. */
export function hostOn(page: Page, { inFrame, type }: HostilePage = { what: '' }) {
  const place = inFrame ? page.frameLocator('#shop') : page
  const frame = place.locator('iframe[title="Chat"]')
  return {
    place,
    frame,
    launcher: place.getByRole('button', { name: 'Contact us' }),
    title: place.locator('main h1'),
    next: place.getByRole('link', { name: 'Next page' }),
    /** The chat as this page has it; another page loads it anew. */
    async chat() {
      // Playwright's own way into a frame knows none in documents that are XML, where names are in small letters.
      const chat = type ? await chatFrameOf(page) : frame.contentFrame()
      const message = chat.getByRole('textbox', { name: 'Message' })
      return {
        message,
        // Looks more often than an assertion does, of which a journey has many.
        shows: (text: string) => chat.getByText(text).waitFor({ timeout: 20_000 }),
        close: () => chat.getByRole('button', { name: 'Close' }).click(),
        async start(name: string, text: string) {
          await chat.getByLabel('Your name').fill(name)
          await message.fill(text)
          await chat.getByRole('button', { name: 'Start chat' }).click()
        },
      }
    },
  }
}

async function chatFrameOf(page: Page) {
  const find = () => page.frame({ url: /\/widget\/frame\.html$/ })
  await expect.poll(find, 'the chat’s frame').not.toBeNull()
  return find() as NonNullable<ReturnType<typeof find>>
}
