import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * A transaction that does not wait for the disk, for what is said again a moment later: a power cut may take the last ones
 * with it, whole. It may never carry what somebody was told is stored.
 */
export const forgettableTransaction = <T>(
  { query, kind }: Database,
  act: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  kind === 'postgres'
    ? query.transaction().execute(async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx)
        return act(tx)
      })
    : // There is one connection, and nobody else has it meanwhile.
      query.connection().execute(async (own) => {
        await sql`pragma synchronous = normal`.execute(own)
        try {
          return await own.transaction().execute(act)
        } finally {
          await sql`pragma synchronous = full`.execute(own)
        }
      })
