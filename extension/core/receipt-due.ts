import type { Chat } from '#shared/domain/chat/chat.ts'
import type { ChatRow } from './db.ts'

type Reached = Pick<ChatRow, 'delivered' | 'read' | 'reportedDelivered' | 'reportedRead'>

/** Only what the visitor wrote is worth a request: their own messages are all that they see marked. */
export const receiptDue = (chat: Chat, { delivered, read, reportedDelivered, reportedRead }: Reached): 0 | 1 =>
  Math.min(delivered, chat.lastVisitorMessage) > reportedDelivered ||
  Math.min(read, chat.lastVisitorMessage) > reportedRead
    ? 1
    : 0
