import type { ChatId } from '#shared/contract/ids.ts'
import { erasedChat, erasedEvent } from '#shared/domain/chat/erase.ts'
import { type AccountId, db } from './db.ts'

/** What a copy of a chat is spread over: the transaction in which one is erased is over these. */
export const erasedTables = [
  ...[db.events, db.chats, db.outbox, db.drafts, db.typing],
  ...[db.notices, db.alerts, db.followUps, db.visits, db.visitors],
]

/**
 * Erases what this browser has of a chat whose visitor had themself forgotten, as the server did (S9, W31); what was still to be
 * said to them goes, too. Within a transaction over `erasedTables`. Safe to repeat; nothing of a chat that is not here.
 */
export async function eraseCopy(accountId: AccountId, chatId: ChatId): Promise<void> {
  const key = [accountId, chatId]
  const row = await db.chats.get([accountId, chatId])
  if (!row) return
  await db.chats.put({ ...row, chat: erasedChat(row.chat) })
  const events = await db.events.where('[accountId+chatId]').equals(key).toArray()
  await db.events.bulkPut(events.map((event) => ({ ...event, ...erasedEvent(event) })))
  for (const table of [db.outbox, db.notices]) await table.where('[accountId+chatId]').equals(key).delete()
  await db.drafts.delete([accountId, chatId])
  await db.typing
    .where('[accountId+chatId+actorId]')
    .between([...key], [...key, []])
    .delete()
  await db.followUps.delete([accountId, chatId])
  await db.alerts.filter(({ id }) => id.includes(`/${accountId}/${chatId}`)).delete()
  await db.visits.delete([accountId, row.chat.visitor.id])
  await db.visitors.delete([accountId, row.chat.visitor.id])
}
