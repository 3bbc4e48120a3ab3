import type { ChatId } from '#shared/contract/ids.ts'
import { previewPattern } from '#shared/domain/preview/preview-ids.ts'
import type { Database } from '../../store/database.ts'

const atOnce = 500

/** The chats that were erased after a moment, ms since 1970, in the order in which they were; `next` says from when on to ask for more. */
export async function erasedSince(
  { query }: Database,
  after: number,
): Promise<{ chats: ChatId[]; next: number; more: boolean }> {
  const rows = await query
    .selectFrom('chat')
    .select(['id', 'erased_at'])
    .where('erased_at', '>', after)
    .where('visitor_id', 'not like', previewPattern)
    .orderBy('erased_at')
    .limit(atOnce)
    .execute()
  const last = rows.at(-1)?.erased_at ?? after
  // Of those that share a time with the last one some may be left: they are asked for again.
  const more = rows.length === atOnce
  const first = rows[0]?.erased_at ?? after
  return { chats: rows.map(({ id }) => id as ChatId), next: more && last > first ? last - 1 : last, more }
}
