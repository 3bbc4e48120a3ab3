import type { ChatRow } from './db.ts'
import { lastReceived, type Sided } from './other-side.ts'

type Reached = Sided & Pick<ChatRow, 'delivered' | 'read' | 'reportedDelivered' | 'reportedRead'>

/** Only what the other side wrote is worth a request: their own messages are all that they see marked. */
export function receiptDue({ delivered, read, reportedDelivered, reportedRead, ...side }: Reached): 0 | 1 {
  const last = lastReceived(side)
  return Math.min(delivered, last) > reportedDelivered || Math.min(read, last) > reportedRead ? 1 : 0
}
