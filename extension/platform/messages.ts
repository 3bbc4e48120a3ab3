import type { Runtime } from 'webextension-polyfill'
import { browser } from './browser.ts'

/** Sends to the background, which starts when it sleeps, and gives its answer. */
export const askBackground = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message)

/**
 * Answers messages of our own pages. Register it synchronously at start.
 * @param answer nothing for a message that is somebody else's
 */
export function answerMessages(answer: (message: unknown) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    sender.id === browser.runtime.id ? answer(message) : undefined,
  )
}
