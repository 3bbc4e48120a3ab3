import { browser } from './browser.ts'

export interface Badge {
  /** A few characters; empty for none. */
  readonly text: string
  readonly color: string
  /** The tooltip, and what a screen reader says. */
  readonly title: string
}

export async function showBadge({ text, color, title }: Badge): Promise<void> {
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color })
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' })
  await browser.action.setTitle({ title })
}
