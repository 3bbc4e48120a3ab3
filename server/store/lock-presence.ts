import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * Locks agents' presence until the transaction ends, always in the same order, so that no two transactions wait for each
 * other. SQLite has one writer at a time anyway.
 */
export async function lockPresence(tx: Transaction<Tables>, kind: Database['kind'], agents: readonly string[]) {
  if (kind !== 'postgres' || !agents.length) return
  await tx
    .selectFrom('presence')
    .select('agent_id')
    .where('agent_id', 'in', [...new Set(agents)])
    .orderBy('agent_id')
    .forUpdate()
    .execute()
}
