import type { StoredEvent } from '#shared/contract/events.ts'
import { applyEvent } from './apply-event.ts'
import type { Chat } from './chat.ts'

/** The chat that both of its streams make, each in its own order. Nothing when the public one is empty. */
export const foldChat = (shown: readonly StoredEvent[], internal: readonly StoredEvent[] = []): Chat | undefined =>
  [...shown, ...internal].reduce<Chat | undefined>(applyEvent, undefined)
