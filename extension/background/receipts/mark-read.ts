import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from '../../core/db.ts'
import { putChatRow } from '../../core/put-chat-row.ts'

/** The agent has seen the public stream up to this number. */
export const markRead = (accountId: AccountId, chatId: ChatId, seq: number): Promise<void> =>
  db.transaction('rw', [db.chats, db.events], async () => {
    const row = await db.chats.get([accountId, chatId])
    if (row && row.read < seq) await putChatRow({ ...row, read: seq })
  })
