import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'

/** An agent who may have become able to take one of the chats that wait. */
export interface Seeker {
  readonly agent: ActorId
  readonly seekAt: number
}

export async function seekers({ query }: Database): Promise<Seeker[]> {
  const rows = await query
    .selectFrom('presence')
    .select(['agent_id', 'seek_at'])
    .where('seek_at', 'is not', null)
    .orderBy('seek_at')
    .limit(200)
    .execute()
  return rows.flatMap(({ agent_id, seek_at }) =>
    seek_at === null ? [] : [{ agent: agent_id as ActorId, seekAt: seek_at }],
  )
}

/** Nothing is left to look for; unless something has happened again meanwhile. */
export async function endSeeking({ query }: Database, { agent, seekAt }: Seeker) {
  await query
    .updateTable('presence')
    .set({ seek_at: null })
    .where('agent_id', '=', agent)
    .where('seek_at', '=', seekAt)
    .execute()
}

/** Where the look through a group's chats has come to. */
export interface Place {
  readonly id: ChatId
  readonly waitingSince: number
}

/**
 * The next chats after a place, oldest first, that wait in a group and could be offered to an agent: who neither rings nor
 * was tried for them, while nobody else is being rung alone.
 */
export async function chatsFor(
  { query }: Database,
  agent: ActorId,
  groupId: GroupId,
  after: Place | null,
  limit: number,
): Promise<Place[]> {
  let asked = query
    .selectFrom('chat')
    .select(['id', 'waiting_since'])
    .where('phase', '=', 'waiting')
    .where('group_id', '=', groupId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('offer')
            .select('offer.chat_id')
            .whereRef('offer.chat_id', '=', 'chat.id')
            .where((eb) => eb.or([eb('offer.agent_id', '=', agent), eb('offer.mode', '=', 'one-by-one')])),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tried')
            .select('tried.chat_id')
            .whereRef('tried.chat_id', '=', 'chat.id')
            .where('tried.agent_id', '=', agent),
        ),
      ),
    )
  if (after) {
    const { id, waitingSince } = after
    asked = asked.where((eb) =>
      eb.or([
        eb('waiting_since', '>', waitingSince),
        eb.and([eb('waiting_since', '=', waitingSince), eb('id', '>', id)]),
      ]),
    )
  }
  const rows = await asked.orderBy('waiting_since').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ id: row.id as ChatId, waitingSince: row.waiting_since }))
}

export async function groupsOf({ query }: Database, agent: ActorId): Promise<GroupId[]> {
  const rows = await query.selectFrom('group_member').select('group_id').where('agent_id', '=', agent).execute()
  return rows.map(({ group_id }) => group_id as GroupId)
}
