import { browser, chromeOnly } from './browser.ts'

const none = -1
/** The browser window in use, known beforehand: opening a panel must follow the click at once, without asking first. */
let windowInUse = none

/** Register it synchronously at start. Firefox finds the window by itself. */
export function followWindowInUse(): void {
  const note = (windowId: number) => {
    if (windowId !== none) windowInUse = windowId
  }
  const normal = { windowTypes: ['normal'] }
  chromeOnly?.windows.onFocusChanged.addListener(note, normal)
  chromeOnly?.windows.getLastFocused(normal).then(
    ({ id }) => note(id ?? none),
    () => {},
  )
}

/**
 * Opens the side panel (Firefox: the sidebar) of the window in use. Call it without any wait after the click.
 * @returns false where the browser does not count this as a click
 */
export async function openPanel(): Promise<boolean> {
  try {
    if (chromeOnly) await chromeOnly.sidePanel.open({ windowId: windowInUse })
    else await browser.sidebarAction.open()
    return true
  } catch {
    return false
  }
}

const popOutKey = 'pop-out-window'

/** Opens the pop-out window, or brings it to the front (A19). One per browser, also when the worker died meanwhile. */
export async function openWindow(): Promise<void> {
  const { [popOutKey]: id } = await browser.storage.session.get(popOutKey)
  const shown = typeof id === 'number' ? await bringToFront(id) : false
  if (shown) return
  const url = browser.runtime.getURL('window.html')
  const created = await browser.windows.create({ type: 'popup', url, width: 420, height: 680 })
  await browser.storage.session.set({ [popOutKey]: created?.id })
}

const bringToFront = (id: number) =>
  browser.windows.update(id, { focused: true, drawAttention: true }).then(
    () => true,
    () => false,
  )
