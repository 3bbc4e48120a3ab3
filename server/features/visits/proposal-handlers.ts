import type { Proposal } from '#shared/contract/commands.ts'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { Handlers } from '../caller.ts'
import { carriesOut } from '../chats/handle.ts'
import type { Groups } from '../groups/groups.ts'
import { proposalGuard } from './proposal-guard.ts'

export interface ProposalParts {
  readonly db: Database
  readonly log: Log
  readonly logId: string
  readonly groups: Groups
}

/** Chats that agents begin (A4, W14). */
export function proposalHandlers(parts: ProposalParts): Handlers<'startVisitorChat' | 'answerInvitation'> {
  const { db, log, logId } = parts
  const carryOut = carriesOut(log, logId)
  return {
    async startVisitorChat({ params: { visitorId }, body: { chatId, clientId, text, group } }, { actor, now }) {
      const proposal = { ...(await circumstancesOf(parts, visitorId, group)), text }
      const guard = proposalGuard(db.kind, visitorId, now)
      return carryOut({ type: 'propose-chat', chatId, ...proposal }, actor, clientId, guard)
    },

    answerInvitation: ({ params, body: { clientId, accept } }, { actor }) =>
      carryOut({ type: 'answer-invitation', ...params, accept }, actor, clientId),
  }
}

/** What the chat begins with. Of a visitor who is not there anything does: the guard refuses, or the command is a repeated one. */
async function circumstancesOf(
  { db, groups }: ProposalParts,
  visitorId: ActorId,
  groupId: GroupId | undefined,
): Promise<Omit<Proposal, 'text'>> {
  const { id, name, settings } = await groups.orEveryone(groupId)
  const online = await db.query
    .selectFrom('visitor')
    .leftJoin('online_visitor as online', 'online.visitor_id', 'visitor.id')
    .select(['visitor.name', 'online.page', 'online.language'])
    .where('visitor.id', '=', visitorId)
    .executeTakeFirst()
  return {
    visitor: { id: visitorId, name: online?.name ?? '' },
    page: online?.page ? JSON.parse(online.page) : { url: '', title: '' },
    language: online?.language ?? 'en',
    group: { id, name },
    asked: settings.proactive === 'asked',
  }
}
