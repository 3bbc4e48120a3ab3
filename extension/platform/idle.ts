import { browser } from './browser.ts'

/** In seconds, without a key or a move of the mouse anywhere on the machine. */
const idleAfter = 5 * 60

/** Nobody is at the machine: no sign of life for five minutes, or the screen is locked. */
export const isIdle = async (): Promise<boolean> => (await browser.idle.queryState(idleAfter)) !== 'active'

/** Somebody came or went. Register it synchronously at start. */
export function onIdleChange(changed: () => unknown): void {
  browser.idle.setDetectionInterval(idleAfter)
  browser.idle.onStateChanged.addListener(() => void changed())
}
