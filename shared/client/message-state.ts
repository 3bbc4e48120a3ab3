import type { Receipt } from '#shared/contract/signals.ts'
import type { OutboxItem } from './outbox.ts'

export type MessageState = 'sending' | 'sent' | 'delivered' | 'read' | 'not-sent'

/**
 * State of a message that still waits in the outbox (W27): after two failed tries the person is told, while it goes on trying.
 * Those behind it wait for it, have failed at nothing, and say `sending`: one complaint, one **Retry**, for all of them.
 */
export const pendingState = (item: OutboxItem): MessageState =>
  item.refusal || item.attempts >= 2 ? 'not-sent' : 'sending'

/** State of a stored message of one's own: how far the furthest of the other participants is. */
export function storedState(seq: number, others: readonly Receipt[]): MessageState {
  if (others.some((receipt) => receipt.read >= seq)) return 'read'
  return others.some((receipt) => receipt.delivered >= seq) ? 'delivered' : 'sent'
}
