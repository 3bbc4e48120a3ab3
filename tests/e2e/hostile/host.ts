import { expect, type FrameLocator, type Page } from '@playwright/test'

/** A hostile page as its visitor sees it: the shop, and what we put into it. */
export type Host = ReturnType<typeof hostOn>

/** @param place where the shop is: the page, or a frame in it */
export function hostOn(place: Page | FrameLocator) {
  const frame = place.locator('iframe[title="Chat"]')
  const chat = frame.contentFrame()
  const message = chat.getByRole('textbox', { name: 'Message' })
  return {
    place,
    frame,
    chat,
    message,
    launcher: place.getByRole('button', { name: 'Contact us' }),
    title: place.locator('main h1'),
    next: place.getByRole('link', { name: 'Next page' }),
    async start(name: string, text: string) {
      await chat.getByLabel('Your name').fill(name)
      await message.fill(text)
      await chat.getByRole('button', { name: 'Start chat' }).click()
    },
    /** Where everything of the page is, as its visitor sees it. */
    async boxes() {
      const all = await place.locator('main, main *').all()
      return Promise.all([place.locator('html'), place.locator('body'), ...all].map((one) => one.boundingBox()))
    },
  }
}

/** The button stands where it stands on any page: 56 px wide, 20 px from the edges of what can be seen. */
export async function expectInPlace({ launcher }: Host, { width, height }: { width: number; height: number }) {
  const box = { x: width - 76, y: height - 76, width: 56, height: 56 }
  await expect.poll(() => launcher.boundingBox(), 'the button’s place').toEqual(box)
}
