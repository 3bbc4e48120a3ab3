import type { Page } from '@playwright/test'

/** Keeps what the page's console says, what its policies refuse and what moves in its layout; in its frames, too. */
export async function watchPage(page: Page, complaints: string[]): Promise<void> {
  const hear = (text: string) => {
    // Firefox asks for one by itself, which the page's own policy may refuse.
    if (!text.includes('/favicon.ico')) complaints.push(text)
  }
  page.on('pageerror', ({ message, stack }) => hear(`${message} ${stack}`))
  page.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type())) hear(message.text())
  })
  await page.addInitScript(complainOf)
}

/** Runs before the page can override anything. */
function complainOf() {
  const complain = console.error.bind(console)
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    complain(`refused by ${effectiveDirective}: ${blockedURI} of ${sourceFile}:${lineNumber}`),
  )
  // Not in Firefox. What moves in the chat's own frame moves nothing of the page.
  if (location.pathname.startsWith('/widget/')) return
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) complain(`layout shift: ${JSON.stringify(entry)}`)
  }).observe({ type: 'layout-shift', buffered: true })
}
