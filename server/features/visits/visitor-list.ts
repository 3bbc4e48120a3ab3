import { type Selectable, sql } from 'kysely'
import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'
import { refused } from '../../domain/refused.ts'
import type { Database } from '../../store/database.ts'
import type { OnlineVisitorTable } from '../../store/tables.ts'
import { readFields } from '../visitors/kept-fields.ts'
import { openChatsOf } from './open-chats.ts'

const longest = 100

/** The part of the list that an agent looks at: its cost is that of its own length, not of all who are on the sites (A3). */
export async function listVisitors(
  db: Database,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
  now: number,
): Promise<{ visitors: OnlineVisitor[]; next: string | null }> {
  const length = Math.max(1, Math.min(limit, longest))
  let asked = onTheSites(db, now)
  if (before) {
    const [arrivedAt = '', id = ''] = before.split('.')
    asked = asked.where(sql<boolean>`(online.arrived_at, online.visitor_id) < (${Number(arrivedAt)}, ${id})`)
  }
  const rows = await asked
    .orderBy('online.arrived_at', 'desc')
    .orderBy('online.visitor_id', 'desc')
    .limit(length + 1)
    .execute()
  const shown = rows.slice(0, length)
  const chats = await openChatsOf(
    db.query,
    shown.map(({ visitor_id }) => visitor_id as ActorId),
  )
  const last = shown.at(-1)
  return {
    visitors: shown.map((row) => onlineVisitorOf(row, chats.get(row.visitor_id as ActorId))),
    next: rows.length > length && last ? `${last.arrived_at}.${last.visitor_id}` : null,
  }
}

/**
 * What is known of a visitor (A10): what is seen of them, when they are on the sites, and how many chats they have had.
 * Refuses with `not-found` of whom nobody knows.
 */
export async function visitOf(
  db: Database,
  visitor: ActorId,
  now: number,
): Promise<{ seen: OnlineVisitor | null; chats: number; identity: Identity | null; fields: KnownField[] }> {
  const [known, row, chats, open] = await Promise.all([
    db.query.selectFrom('visitor').select(['identity', 'fields']).where('id', '=', visitor).executeTakeFirst(),
    onTheSites(db, now).where('online.visitor_id', '=', visitor).executeTakeFirst(),
    db.query
      .selectFrom('chat')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('visitor_id', '=', visitor)
      .executeTakeFirst(),
    openChatsOf(db.query, [visitor]),
  ])
  if (!known || isOfPreview(visitor)) throw refused('not-found', 'There is no such visitor.')
  return {
    seen: row ? onlineVisitorOf(row, open.get(visitor)) : null,
    chats: Number(chats?.count ?? 0),
    identity: known.identity ? JSON.parse(known.identity) : null,
    fields: readFields(known.fields),
  }
}

const onTheSites = ({ query }: Database, now: number) =>
  query
    .selectFrom('online_visitor as online')
    .innerJoin('visitor', 'visitor.id', 'online.visitor_id')
    .selectAll('online')
    .select('visitor.name')
    .where(sql.ref('online.state'), '<>', sql.lit('gone'))
    .where('online.lease_until', '>', now)

const onlineVisitorOf = (
  row: Selectable<OnlineVisitorTable> & { name: string },
  chat: { id: ChatId; invited: boolean } | undefined,
): OnlineVisitor => ({
  visitor: { id: row.visitor_id as ActorId, name: row.name },
  page: JSON.parse(row.page),
  startPage: JSON.parse(row.start_page),
  arrivedAt: row.arrived_at,
  pageSince: row.page_since,
  referrer: row.referrer,
  language: row.language,
  place: row.place === null ? null : JSON.parse(row.place),
  device: JSON.parse(row.device),
  returning: row.returned === 1,
  chatId: chat?.id ?? null,
  dot: chat?.invited ? 'pink' : row.state === 'active' ? 'green' : 'yellow',
})
