import type { Person } from '#shared/contract/actors.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { VisitorData } from '#shared/contract/privacy-api.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { readEvents } from '../../log/stored-events.ts'
import type { Database } from '../../store/database.ts'
import type { ChatQueries } from '../chats/queries.ts'

/** Everything that is kept of a visitor, and nothing of anybody else but what they were told in their chats (W31). */
export async function exportVisitor(
  { query }: Database,
  queries: ChatQueries,
  visitor: Person,
  now: number,
): Promise<VisitorData> {
  const { id } = visitor
  const row = await query.selectFrom('visitor').selectAll().where('id', '=', id).executeTakeFirst()
  const { id: _, name: __, ...details } = { ...row }
  const sessions = await query
    .selectFrom('session')
    .selectAll()
    .where('actor_id', '=', id)
    .orderBy('created_at')
    .execute()
  const visit = await query.selectFrom('online_visitor').selectAll().where('visitor_id', '=', id).executeTakeFirst()
  const tabs = await query.selectFrom('visit').selectAll().where('visitor_id', '=', id).execute()
  const ids = await query.selectFrom('chat').select('id').where('visitor_id', '=', id).orderBy('requested_at').execute()
  const chats: VisitorData['chats'] = []
  for (const chat of ids) {
    const chatId = chat.id as ChatId
    const receipts = (await queries.receipts([chatId])).filter(({ actorId }) => actorId === id)
    chats.push({ chatId, events: await readEvents(query, chatStream(chatId), 0), receipts })
  }
  return {
    format: 'deskbell-visitor-1',
    exportedAt: now,
    visitor: { id, name: visitor.name },
    details: readable(details),
    visitorSessions: sessions.map((one) => ({
      createdAt: one.created_at,
      seenAt: one.seen_at,
      expiresAt: one.expires_at,
    })),
    visitNow: visit ? readable(visit) : null,
    tabs: tabs.map(readable),
    chats,
  }
}

/** Columns as a person reads them: what is kept as JSON, taken apart. */
const readable = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.parse(value) : value]))

function isJson(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return false
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
