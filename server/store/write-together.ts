import { type OperationNodeSource, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { sendAhead } from './in-one-flight.ts'
import type { Tables } from './tables.ts'

/** An insert, update or delete that has not been carried out yet. */
export interface Write extends OperationNodeSource {
  execute(): Promise<unknown>
}

/**
 * Carries out writes of which none needs to see what another did, and no two change the same row. PostgreSQL gets them as one
 * statement, and what follows in the transaction goes right behind it: its next statement, at the latest its commit, throws
 * what a write threw.
 */
export async function writeTogether(tx: Transaction<Tables>, kind: Database['kind'], writes: readonly Write[]) {
  if (kind === 'sqlite') {
    for (const write of writes) await write.execute()
    return
  }
  const parts = writes.map((write, i) => sql`${sql.ref(`write${i}`)} as (${write})`)
  if (parts.length) await sendAhead(tx, sql`with ${sql.join(parts)} select 1`.compile(tx))
}
