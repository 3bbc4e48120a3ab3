import { browser, chromeOnly } from './browser.ts'

export interface Notification {
  readonly id: string
  readonly title: string
  readonly message: string
  /** At most two; shown by Chrome and Edge alone: Firefox throws on them, there a click opens our own. */
  readonly buttons: readonly string[]
  /** Stays until somebody acts; Firefox throws on this too. */
  readonly stays: boolean
}

export async function notify({ id, title, message, buttons, stays }: Notification): Promise<void> {
  const common = { type: 'basic', iconUrl: browser.runtime.getURL('icon/128.png'), title, message } as const
  const more = { buttons: buttons.map((label) => ({ title: label })), requireInteraction: stays }
  await browser.notifications.create(id, chromeOnly ? { ...common, ...more } : common)
}

/** Corrects the text of one that is shown, without alerting again; where the browser cannot, it stays as it is. */
export const correctNotification = async (id: string, message: string): Promise<void> => {
  await chromeOnly?.notifications.update(id, { message })
}

export const closeNotification = async (id: string): Promise<void> => {
  await browser.notifications.clear(id)
}

/** Register it synchronously at start. `pressed` is the button's index; null for a click beside the buttons. */
export function onNotification(act: (id: string, pressed: number | null) => unknown): void {
  browser.notifications.onClicked.addListener((id: string) => void act(id, null))
  if (chromeOnly)
    browser.notifications.onButtonClicked.addListener((id: string, pressed: number) => void act(id, pressed))
}
