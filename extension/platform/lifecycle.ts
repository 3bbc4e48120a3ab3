import { browser } from './browser.ts'

/** The browser was started: what it showed before (notifications, typing) is gone. Register it synchronously. */
export const onBrowserStart = (start: () => unknown): void => {
  browser.runtime.onStartup.addListener(() => void start())
  browser.runtime.onInstalled.addListener(() => void start())
}

/** The machine has a network again. */
export const onNetworkBack = (back: () => unknown): void => addEventListener('online', () => void back())
