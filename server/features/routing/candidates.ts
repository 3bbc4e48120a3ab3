import type { Kysely } from 'kysely'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import type { Candidate } from '../../domain/routing/candidate.ts'
import type { Tables } from '../../store/tables.ts'

/**
 * The members of a group who could be rung now: there, in a status that takes chats, somebody at it, and with room for one
 * more (R4, R11). Costs by the group's members, not by the chats that wait nor by other agents.
 * @param among only these agents
 */
export async function candidatesOf(
  db: Kysely<Tables>,
  groupId: GroupId,
  now: number,
  among?: readonly ActorId[],
): Promise<Candidate[]> {
  let asked = db
    .selectFrom('group_member as member')
    .innerJoin('presence', 'presence.agent_id', 'member.agent_id')
    .innerJoin('agent', 'agent.id', 'member.agent_id')
    .select(['member.agent_id as id', 'presence.last_offer_at', 'agent.capacity'])
    .select((eb) => [
      eb
        .selectFrom('offer')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('offer.agent_id', '=', 'member.agent_id')
        .where('offer.mode', '!=', 'colleague')
        .as('offers'),
      eb
        .selectFrom('chat_agent')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('chat_agent.agent_id', '=', 'member.agent_id')
        .where('chat_agent.active', '=', 1)
        .as('chats'),
    ])
    .where('member.group_id', '=', groupId)
    .where('presence.takes_chats', '=', 1)
    .where('presence.lease_until', '>', now)
    .where('presence.active_until', '>', now)
  if (among) asked = asked.where('member.agent_id', 'in', [...among])
  const rows = await asked.execute()
  return rows
    .map((row) => ({ row, load: Number(row.offers) + Number(row.chats) }))
    .filter(({ row, load }) => load < row.capacity)
    .map(({ row, load }) => ({ id: row.id as ActorId, load, lastOfferAt: row.last_offer_at }))
}
