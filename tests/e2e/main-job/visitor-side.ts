import { expect, type Page } from '@playwright/test'

/** What a visitor sees of the widget on a page, and does with it. */
export type VisitorSide = ReturnType<typeof visitorOn>

export function visitorOn(page: Page, texts = { launcher: 'Contact us', chat: 'Chat', message: 'Message' }) {
  const frame = page.locator(`iframe[title="${texts.chat}"]`)
  const chat = frame.contentFrame()
  const launcher = page.getByRole('button', { name: texts.launcher })
  const message = chat.getByRole('textbox', { name: texts.message })
  const bubble = (text: string) => chat.getByRole('article').filter({ hasText: text })
  return {
    page,
    frame,
    chat,
    launcher,
    message,
    bubble,
    /** From the closed button to the first message on the screen. */
    async ring(name: string, text: string) {
      await launcher.click()
      await chat.getByLabel('Your name').fill(name)
      await message.fill(text)
      await chat.getByRole('button', { name: 'Start chat' }).click()
      await expect(bubble(text)).toBeVisible()
    },
    async write(text: string) {
      await message.fill(text)
      await message.press('Enter')
    },
    async close() {
      await chat.getByRole('button', { name: 'Close' }).click()
      await expect(frame).toBeHidden()
    },
    /** The messages as they stand on the screen, top to bottom: `You: …` and `Ana: …`. */
    transcript: () =>
      chat
        .getByRole('article')
        .evaluateAll((articles) =>
          articles.map(
            (one) => `${one.querySelector('h3')?.textContent}: ${one.querySelector('.bubble')?.textContent}`,
          ),
        ),
  }
}
