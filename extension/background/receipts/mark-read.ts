import type { ChatId } from '#shared/contract/ids.ts'
import { countUnread } from '../../core/count-unread.ts'
import { type AccountId, db } from '../../core/db.ts'

/** The agent has seen the public stream up to this number. */
export const markRead = (accountId: AccountId, chatId: ChatId, seq: number): Promise<void> =>
  db.transaction('rw', [db.chats, db.events, db.cursors], async () => {
    const row = await db.chats.get([accountId, chatId])
    if (!row || row.read >= seq) return
    const further = { ...row, read: seq }
    await db.chats.put({ ...further, unread: await countUnread(further) })
  })
