import type { QueuePlace } from '#shared/contract/answers.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { mayChooseOtherWay, mayVisitorEnd, reopensUntil } from '#shared/domain/chat/visitor-may.ts'
import { isOpen, opensAt } from '#shared/domain/office-hours/office-hours.ts'
import { refused } from '../../domain/refused.ts'
import { estimateWait } from '../../domain/routing/estimate-wait.ts'
import type { Database } from '../../store/database.ts'
import type { ChatQueries } from '../chats/queries.ts'
import { isIts } from '../chats/writing.ts'
import type { Groups } from '../groups/groups.ts'

const lately = 60 * 60 * 1000
const recentChats = 20

interface QueueParts {
  readonly db: Database
  readonly queries: ChatQueries
  readonly groups: Groups
}

/** What a visitor who waits is told (R13), and may do (W17, W22, W23). Throws Refused for anybody else's chat. */
export async function queuePlace(
  parts: QueueParts,
  chatId: ChatId,
  visitor: ActorId,
  now: number,
): Promise<QueuePlace> {
  const chat = await parts.queries.chat(chatId)
  if (chat?.visitor.id !== visitor) throw refused('not-found', 'This chat does not exist.')
  const group = await parts.groups.orEveryone(chat.group?.id)
  const { hours, visitorMayEnd, reopenWithin } = group.settings
  const until = isIts(group, chat) ? reopensUntil(chat, reopenWithin) : null
  const open = isOpen(hours, now)
  const waits = chat.phase === 'waiting'
  const recent = waits && open ? await recentWaits(parts.db, group.id, now) : []
  return {
    phase: chat.phase,
    place: waits ? 1 + (await countBefore(parts.db, group.id, chat)) : null,
    estimatedWait: estimateWait(recent, now - chat.waitingSince),
    open,
    opensAt: opensAt(hours, now),
    options: mayChooseOtherWay(chat, open, now)
      ? [...(chat.fallback?.options ?? (['leave-message', 'callback'] as const))]
      : [],
    mayEnd: mayVisitorEnd(chat, visitorMayEnd, open, now),
    reopenFor: until !== null && until > now ? Math.ceil((until - now) / 1000) : null,
  }
}

async function countBefore({ query }: Database, groupId: GroupId, { id, waitingSince }: Chat): Promise<number> {
  const { count } = await query
    .selectFrom('chat')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('phase', '=', 'waiting')
    .where('group_id', '=', groupId)
    .where((eb) =>
      eb.or([
        eb('waiting_since', '<', waitingSince),
        eb.and([eb('waiting_since', '=', waitingSince), eb('id', '<', id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How long the last ones waited until somebody took them, ms. */
async function recentWaits({ query }: Database, groupId: GroupId, now: number): Promise<number[]> {
  const rows = await query
    .selectFrom('chat')
    .select(['accepted_at', 'waiting_since'])
    .where('group_id', '=', groupId)
    .where('accepted_at', '>', now - lately)
    .orderBy('accepted_at', 'desc')
    .limit(recentChats)
    .execute()
  return rows.map(({ accepted_at, waiting_since }) => Math.max(0, (accepted_at ?? 0) - waiting_since))
}
