import type { PageFacts } from '#shared/domain/site-check/page-facts.ts'
import { browser } from './browser.ts'

/**
 * Reads the page that the agent looks at (`entrypoints/read-page.ts`). Browsers let whoever's toolbar button was just pressed
 * there do so (`activeTab`), for that one tab. Nothing where no extension may: the browser's own pages, and its store.
 */
export async function readPage(): Promise<PageFacts | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return null
  try {
    const [read] = await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['read-page.js'] })
    return (read?.result as PageFacts | null | undefined) ?? null
  } catch {
    return null
  }
}
