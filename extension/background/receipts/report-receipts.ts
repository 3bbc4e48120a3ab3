import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import { type AccountId, type ChatRow, db } from '../../core/db.ts'
import { putChatRow } from '../../core/put-chat-row.ts'

/**
 * Tells the server how far the agent is, where it does not know yet. What fails stays due: in the row, over the worker's death, until
 * the next call.
 */
export async function reportReceipts(accountId: AccountId, api: ApiClient): Promise<void> {
  const due = await db.chats.where({ accountId, receiptDue: 1 }).toArray()
  for (const row of due) await report(row, api)
}

async function report({ accountId, chatId, delivered, read }: ChatRow, api: ApiClient) {
  const reached = { delivered: Math.max(delivered, read), read }
  try {
    await api.markReceipt({ params: { chatId }, body: reached })
  } catch (error) {
    // A refusal will not become a yes (the chat is over for us): it counts as told.
    if (!(error instanceof ApiError) || error.mayRetry || error.status === 401) throw error
  }
  await db.transaction('rw', db.chats, db.events, async () => {
    const row = await db.chats.get([accountId, chatId])
    if (row) await putChatRow({ ...row, reportedDelivered: reached.delivered, reportedRead: read })
  })
}
