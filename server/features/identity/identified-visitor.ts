import { randomUUID } from 'node:crypto'
import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Verified } from './verify-identity.ts'

/**
 * The visitor whom a site has identified: one and the same wherever they come from (W11), so that their chats come back. Who was
 * nobody in particular until now becomes them, with the chats of this browser, unless they are known already.
 * @param presented whose session came along
 */
export async function identifiedVisitor(
  { query }: Database,
  { name, identity }: Verified,
  presented: ActorId | null,
  now: number,
): Promise<ActorId> {
  const known = { name, identity: JSON.stringify(identity) }
  const called = { external_id: identity.id, ...known }
  const update = async () => {
    const row = await query
      .updateTable('visitor')
      .set(known)
      .where('external_id', '=', identity.id)
      .returning('id')
      .executeTakeFirst()
    return row ? (row.id as ActorId) : null
  }
  const before = await update()
  if (before) return before
  if (presented && (await becomes(presented))) return presented
  const id = randomUUID() as string as ActorId
  await query
    .insertInto('visitor')
    .values({ id, created_at: now, ...called })
    .onConflict((on) => on.column('external_id').doNothing())
    .execute()
  // Another device may have been first, a moment ago.
  return (await update()) ?? id

  async function becomes(visitor: ActorId): Promise<boolean> {
    try {
      const row = await query
        .updateTable('visitor')
        .set(called)
        .where('id', '=', visitor)
        .where('external_id', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    } catch (error) {
      if (await update()) return false
      throw error
    }
  }
}

/** Who the site says that a visitor is; nothing when it has not identified them. */
export async function identityOf({ query }: Database, visitor: ActorId): Promise<Identity | null> {
  const row = await query.selectFrom('visitor').select('identity').where('id', '=', visitor).executeTakeFirst()
  return row?.identity ? JSON.parse(row.identity) : null
}
