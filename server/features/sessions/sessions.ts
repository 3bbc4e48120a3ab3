import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import { mayObserve } from '../agents/accounts.ts'
import type { Session } from '../caller.ts'
import { hashOf, newToken } from './token.ts'

const day = 24 * 60 * 60 * 1000
/** An agent's session slides: it ends that long after its last use. A visitor's ends that long after it was last opened. */
const lifetime = { agent: 30 * day, visitor: 365 * day } as const
/** A session in use is written that often at most, ms. */
const touchInterval = 60 * 60 * 1000

export type Sessions = ReturnType<typeof createSessions>

/** Sessions of agents and visitors. The token is seen by its owner alone; the table has its hash. */
export const createSessions = ({ query }: Database) => ({
  /** Begins a session and gives its token. */
  async open(kind: Session['kind'], actorId: ActorId, now: number): Promise<string> {
    const token = newToken()
    await query
      .insertInto('session')
      .values({
        token_hash: hashOf(token),
        kind,
        actor_id: actorId,
        created_at: now,
        expires_at: now + lifetime[kind],
        seen_at: now,
      })
      .execute()
    return token
  },

  /** The session of a token; nothing when there is none, or not any more. */
  async find(token: string, now: number): Promise<Session | null> {
    const row = await query
      .selectFrom('session')
      .leftJoin('agent', (on) => on.onRef('agent.id', '=', 'session.actor_id').on('session.kind', '=', 'agent'))
      .leftJoin('visitor', (on) => on.onRef('visitor.id', '=', 'session.actor_id').on('session.kind', '=', 'visitor'))
      .select(['token_hash', 'kind', 'actor_id', 'expires_at', 'seen_at', 'agent.role', 'agent.may_observe'])
      .select(['agent.name as agent_name', 'visitor.name as visitor_name'])
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now)
      .executeTakeFirst()
    const name = row?.agent_name ?? row?.visitor_name
    if (!row || name == null) return null
    if (row.kind === 'agent' && now - row.seen_at > touchInterval) await this.extend(row.token_hash, row.kind, now)
    return {
      tokenHash: row.token_hash,
      kind: row.kind,
      administrator: row.role === 'administrator',
      mayObserve: row.role !== null && mayObserve(row.role, row.may_observe),
      actor: { kind: row.kind, id: row.actor_id as ActorId, name },
    }
  },

  /** Lets a session last its whole lifetime from now on. */
  async extend(tokenHash: string, kind: Session['kind'], now: number) {
    await query
      .updateTable('session')
      .set({ seen_at: now, expires_at: now + lifetime[kind] })
      .where('token_hash', '=', tokenHash)
      .execute()
  },

  /** Whether a session goes on, asked for by what stands for it in the realtime engine. */
  async goesOn(tokenHash: string, now: number): Promise<boolean> {
    const row = await query
      .selectFrom('session')
      .select('kind')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return row !== undefined
  },

  async end(tokenHash: string) {
    await query.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
  },

  async endAllOf(actorId: ActorId) {
    await query.deleteFrom('session').where('actor_id', '=', actorId).execute()
  },

  /** Deletes what has expired; gives how many. */
  async deleteExpired(now: number): Promise<number> {
    const { numDeletedRows } = await query.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst()
    return Number(numDeletedRows)
  },
})
