import browser from 'webextension-polyfill'

/** What Chrome and Edge have beyond the common API. */
interface ChromeOnly {
  readonly sidePanel: { open(target: { windowId: number }): Promise<void> }
  readonly offscreen: {
    createDocument(document: { url: string; reasons: string[]; justification: string }): Promise<void>
    closeDocument(): Promise<void>
  }
  readonly runtime: { getContexts(filter: { contextTypes: string[] }): Promise<readonly unknown[]> }
  readonly windows: {
    readonly onFocusChanged: {
      addListener(follow: (windowId: number) => void, filter: { windowTypes: string[] }): void
    }
    getLastFocused(filter: { windowTypes: string[] }): Promise<{ readonly id?: number }>
  }
  readonly notifications: { update(id: string, change: { message: string }): Promise<boolean> }
}

/** The browser's API, promise-returning in every browser. Only files of `platform/` call it. */
export { browser }

/** The same in Chrome and Edge, with their own parts; nothing in Firefox. */
export const chromeOnly = import.meta.env.FIREFOX ? null : (browser as unknown as ChromeOnly)
