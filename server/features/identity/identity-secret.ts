import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { EndedSession } from '../caller.ts'
import { newToken } from '../sessions/token.ts'

export interface Secret {
  readonly secret: string
  /** ms since 1970 */
  readonly since: number
}

export type IdentitySecret = ReturnType<typeof createIdentitySecret>

const key = 'identity-secret'

/** The one secret of this server with which sites sign who their visitors are. Administrators see it, no log does. */
export const createIdentitySecret = ({ query }: Database) => ({
  /** Makes it when there is none yet; of several that ask at once all get the same. */
  async get(now: number): Promise<Secret> {
    await query
      .insertInto('setting')
      .values({ key, value: fresh(now) })
      .onConflict((on) => on.column('key').doNothing())
      .execute()
    const { value } = await query.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()
    return JSON.parse(value)
  },

  /** As `get`, but only where somebody has asked for it: without, nobody can have signed anything. */
  async known(): Promise<Secret | null> {
    const row = await query.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
    return row ? JSON.parse(row.value) : null
  },

  /**
   * Another one. Whoever holds a session through the old one may be whoever stole it: those end, and pages identify anew. Gives
   * the sessions that ended, too.
   */
  async renew(now: number): Promise<{ readonly renewed: Secret; readonly ended: readonly EndedSession[] }> {
    const value = fresh(now)
    const ended = await query.transaction().execute(async (tx) => {
      await tx
        .insertInto('setting')
        .values({ key, value })
        .onConflict((on) => on.column('key').doUpdateSet({ value }))
        .execute()
      return tx
        .deleteFrom('session')
        .where('kind', '=', 'visitor')
        .where('actor_id', 'in', tx.selectFrom('visitor').select('id').where('external_id', 'is not', null))
        .returning(['token_hash', 'actor_id'])
        .execute()
    })
    return { renewed: JSON.parse(value), ended: ended.map(endedSession) }
  },
})

const endedSession = (row: { token_hash: string; actor_id: string }): EndedSession => ({
  tokenHash: row.token_hash,
  actorId: row.actor_id as ActorId,
})

const fresh = (now: number) => JSON.stringify({ secret: newToken(), since: now } satisfies Secret)
