import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import { type AccountId, type ChatRow, db } from '../../core/db.ts'

/**
 * Tells the server how far the agent is, where it does not know yet. What fails stays due: in the row, over the worker's death, until
 * the next call.
 */
export async function reportReceipts(accountId: AccountId, api: ApiClient): Promise<void> {
  const rows = await db.chats.where('[accountId+list]').anyOf([accountId, 'mine'], [accountId, 'ended']).toArray()
  for (const row of rows.filter(isDue)) await report(row, api)
}

async function report({ accountId, chatId, delivered, read }: ChatRow, api: ApiClient) {
  const reached = { delivered: Math.max(delivered, read), read }
  try {
    await api.markReceipt({ params: { chatId }, body: reached })
  } catch (error) {
    // A refusal will not become a yes (the chat is over for us): it counts as told.
    if (!(error instanceof ApiError) || error.mayRetry || error.status === 401) throw error
  }
  await db.chats.update([accountId, chatId], { reportedDelivered: reached.delivered, reportedRead: read })
}

/** Only what the visitor wrote is worth a request: their own messages are all that they see marked. */
const isDue = ({ chat, delivered, read, reportedDelivered, reportedRead }: ChatRow) =>
  Math.min(delivered, chat.lastVisitorMessage) > reportedDelivered ||
  Math.min(read, chat.lastVisitorMessage) > reportedRead
