import type { Page } from '@playwright/test'

/** What an agent sees in the side panel or the window, and does there. */
export type AgentSide = ReturnType<typeof deskOn>

export function deskOn(page: Page) {
  const log = page.getByRole('log', { name: 'Messages' })
  const message = page.getByRole('textbox', { name: 'Message' })
  return {
    page,
    log,
    message,
    /** The bar that rings above everything. */
    incoming: page.getByRole('region', { name: 'is waiting' }),
    /** Not those of chats that colleagues are in: another test's visitor may have the same name. */
    card: (visitor: string) => page.getByRole('article', { name: visitor }).and(page.locator(':not(.active-card)')),
    /** The newest words that contain this, with their time and state. */
    bubble: (text: string) => log.locator('.message').filter({ hasText: text }),
    async write(text: string) {
      await message.fill(text)
      await message.press('Enter')
    },
    /** The messages as they stand on the screen, top to bottom: `You: …` and `Ada: …`. */
    transcript: () =>
      log
        .locator('.message-group')
        .evaluateAll((groups) =>
          groups.flatMap((group) =>
            [...group.querySelectorAll('.message > .text')].map(
              (text) => `${group.querySelector('.author')?.textContent}: ${text.textContent}`,
            ),
          ),
        ),
  }
}
