import { type Kysely, sql } from 'kysely'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { Tables } from '../../store/tables.ts'

/** The chat that each of these visitors is in, waits in or is asked into; of several the newest. */
export async function openChatsOf(
  query: Kysely<Tables>,
  visitors: readonly ActorId[],
): Promise<Map<ActorId, { id: ChatId; invited: boolean }>> {
  if (!visitors.length) return new Map()
  const rows = await query
    .selectFrom('chat')
    .select(['id', 'visitor_id', 'invited'])
    .where('visitor_id', 'in', [...visitors])
    .where(sql.ref('phase'), '<>', sql.lit('ended'))
    .orderBy('requested_at')
    .execute()
  return new Map(
    rows.map(({ id, visitor_id, invited }) => [visitor_id as ActorId, { id: id as ChatId, invited: invited === 1 }]),
  )
}
