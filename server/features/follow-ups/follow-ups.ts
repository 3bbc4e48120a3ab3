import type { FollowUp } from '#shared/contract/answers.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { Database } from '../../store/database.ts'
import { type ChatQueries, summaryOf } from '../chats/queries.ts'

/** What is still to be seen to, oldest first (R12, A25, A26). */
export async function followUpsOn({ query }: Database, queries: ChatQueries, list: FollowUpList): Promise<FollowUp[]> {
  const rows = await query
    .selectFrom('chat')
    .select('id')
    .where('follow_up', '=', list)
    .orderBy('last_activity_at')
    .orderBy('id')
    .limit(500)
    .execute()
  const chats = await queries.chats(rows.map(({ id }) => id as ChatId))
  return chats.flatMap(followUpOf)
}

const followUpOf = (chat: Chat): FollowUp[] =>
  chat.phase === 'ended'
    ? [
        {
          chat: summaryOf(chat),
          endedAt: chat.endedAt,
          callback: chat.callback,
          leftMessage: chat.leftMessage,
          answered: chat.mailAnswered && !chat.mailRefused,
        },
      ]
    : []
