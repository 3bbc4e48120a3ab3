import type { WebhookEvent } from './webhook-event.ts'
import type { WebhookOutbox } from './webhook-outbox.ts'

export type OnWebhook = (events: readonly WebhookEvent[]) => void

/**
 * Hands events to the outbox and, in this process, to a function. The function is called after the current work, so that
 * it never sees a channel half joined and may publish itself.
 */
export function webhookReporter(
  outbox: WebhookOutbox | undefined,
  onWebhook: OnWebhook | undefined,
): (event: WebhookEvent) => void {
  let gathered: WebhookEvent[] = []
  const hand = () => {
    const events = gathered
    gathered = []
    onWebhook?.(events)
  }
  return (event) => {
    outbox?.add(event)
    if (!onWebhook) return
    if (gathered.push(event) === 1) queueMicrotask(hand)
  }
}
