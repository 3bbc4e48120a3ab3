import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ActorKind } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ClientId } from '#shared/contract/ids.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import type { EventTable, Tables } from '../store/tables.ts'
import type { Write } from '../store/write-together.ts'

/** What inserts events as they are; at least one. */
export const storeEvents = (tx: Transaction<Tables>, events: readonly StoredEvent[]): Write =>
  tx.insertInto('event').values(events.map(rowOf))

/** Events of one stream with `after < seq <= upTo`, oldest first, at most `limit`. */
export async function readEvents(
  db: Kysely<Tables>,
  stream: StreamId,
  after: number,
  { upTo = Number.MAX_SAFE_INTEGER, limit = Number.MAX_SAFE_INTEGER } = {},
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

/** When the last event of a stream happened, ms since 1970; 0 when there is none. */
export async function lastTimeIn(db: Kysely<Tables>, stream: StreamId): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select('at')
    .where('stream', '=', stream)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? 0
}

const rowOf = ({ stream, seq, at, actor, clientId, event }: StoredEvent): EventTable => ({
  stream,
  seq,
  at,
  actor_kind: actor.kind,
  actor_id: actor.id,
  actor_name: actor.name,
  client_id: clientId,
  body: JSON.stringify(event),
})

const eventOf = (row: Selectable<EventTable>): StoredEvent => ({
  stream: row.stream as StreamId,
  seq: row.seq,
  at: row.at,
  actor: { kind: row.actor_kind as ActorKind, id: row.actor_id as ActorId, name: row.actor_name },
  clientId: row.client_id as ClientId | null,
  event: JSON.parse(row.body) as ChatEvent,
})
