import type { StatusId } from '#shared/contract/groups.ts'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import type { TeamMember } from '#shared/contract/presence.ts'
import type { Database } from '../../store/database.ts'
import { dotOf } from './presence.ts'

/** All agents, as their colleagues see them, by name (A14). */
export async function teamOf({ query }: Database, now: number): Promise<TeamMember[]> {
  const [agents, members, chats] = await Promise.all([
    query
      .selectFrom('presence')
      .innerJoin('agent', 'agent.id', 'presence.agent_id')
      .selectAll('presence')
      .select(['agent.id', 'agent.name', 'agent.capacity'])
      .orderBy('agent.name')
      .orderBy('agent.id')
      .execute(),
    query.selectFrom('group_member').selectAll().execute(),
    query
      .selectFrom('chat_agent')
      .select(['agent_id'])
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('active', '=', 1)
      .groupBy('agent_id')
      .execute(),
  ])
  const groups = Map.groupBy(members, ({ agent_id }) => agent_id)
  const active = new Map(chats.map(({ agent_id, count }) => [agent_id, Number(count)]))
  return agents.map((agent) => ({
    id: agent.id as ActorId,
    name: agent.name,
    status: agent.status as StatusId,
    dot: dotOf(agent, now),
    activeChats: active.get(agent.id) ?? 0,
    capacity: agent.capacity,
    groups: (groups.get(agent.id) ?? []).map(({ group_id }) => group_id as GroupId),
  }))
}
