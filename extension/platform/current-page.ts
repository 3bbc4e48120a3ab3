import { browser } from './browser.ts'

/**
 * The address of the page that the agent looks at. Browsers tell it to whoever's toolbar button was just pressed there
 * (`activeTab`), and to nobody else without a permission that can read all pages (A45).
 */
export async function currentPage(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.url ?? null
}
