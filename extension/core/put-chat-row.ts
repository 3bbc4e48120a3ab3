import { countUnread } from './count-unread.ts'
import { type ChatRow, db } from './db.ts'
import { receiptDue } from './receipt-due.ts'

/** Stores a chat's row with what follows from its other fields. Within a transaction over chats and events. */
export const putChatRow = async (row: Omit<ChatRow, 'unread' | 'receiptDue'>): Promise<void> => {
  await db.chats.put({ ...row, receiptDue: receiptDue(row), unread: await countUnread(row) })
}
