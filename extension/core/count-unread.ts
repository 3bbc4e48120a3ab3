import { chatStream } from '#shared/contract/streams.ts'
import { type ChatRow, db } from './db.ts'
import { isReceived, lastReceived } from './other-side.ts'

type Counted = Pick<ChatRow, 'accountId' | 'chatId' | 'chat' | 'isAsker' | 'list' | 'read'>

/** What the other side wrote after the number that was read, in a chat that is or was mine. Within the caller's transaction. */
export async function countUnread(row: Counted): Promise<number> {
  const { accountId, chatId, list, read } = row
  if ((list !== 'mine' && list !== 'ended') || lastReceived(row) <= read) return 0
  const stream = chatStream(chatId)
  return db.events
    .where('[accountId+stream+seq]')
    .between([accountId, stream, read], [accountId, stream, Number.MAX_SAFE_INTEGER], false)
    .filter((event) => isReceived(row, event))
    .count()
}
