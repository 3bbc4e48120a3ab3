import type { ActorId } from '#shared/contract/ids.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import { type AccountId, db } from '../../core/db.ts'
import { putChatRow } from '../../core/put-chat-row.ts'

/** Somebody is further in a chat; the numbers only rise (S10). One's own come from another device: read in one is read in all (A43). */
export const takeReceipt = (accountId: AccountId, me: ActorId, receipt: Receipt): Promise<void> =>
  db.transaction('rw', [db.receipts, db.chats, db.events], async () => {
    if (receipt.actorId === me) return takeOwn(accountId, receipt)
    const { chatId, actorId } = receipt
    const held = await db.receipts.get([accountId, chatId, actorId])
    await db.receipts.put({
      ...receipt,
      accountId,
      delivered: Math.max(held?.delivered ?? 0, receipt.delivered),
      read: Math.max(held?.read ?? 0, receipt.read),
    })
  })

async function takeOwn(accountId: AccountId, { chatId, delivered, read }: Receipt) {
  const row = await db.chats.get([accountId, chatId])
  if (!row) return
  await putChatRow({
    ...row,
    delivered: Math.max(row.delivered, delivered),
    read: Math.max(row.read, read),
    reportedDelivered: Math.max(row.reportedDelivered, delivered),
    reportedRead: Math.max(row.reportedRead, read),
  })
}
