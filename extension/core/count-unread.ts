import { chatStream } from '#shared/contract/streams.ts'
import { type ChatRow, db } from './db.ts'

type Counted = Pick<ChatRow, 'accountId' | 'chatId' | 'chat' | 'list' | 'read'>

/** Messages of the visitor after the number that was read, in a chat that is or was mine. Within the caller's transaction. */
export async function countUnread({ accountId, chatId, chat, list, read }: Counted): Promise<number> {
  if ((list !== 'mine' && list !== 'ended') || chat.lastVisitorMessage <= read) return 0
  const stream = chatStream(chatId)
  return db.events
    .where('[accountId+stream+seq]')
    .between([accountId, stream, read], [accountId, stream, Number.MAX_SAFE_INTEGER], false)
    .filter(({ event, actor }) => event.type === 'message-sent' && actor.kind === 'visitor')
    .count()
}
