import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Lets a timer go off at `dueAt` at the latest, ms since 1970; part of the transaction that makes it necessary. Always changes
 * the row: whoever is handling the timer meanwhile has not seen this transaction, and must not put the timer off.
 */
export async function setAlarm(db: Kysely<Tables>, kind: string, key: string, dueAt: number): Promise<void> {
  await db
    .insertInto('timer')
    .values({ kind, key, due_at: dueAt })
    .onConflict((on) =>
      on.columns(['kind', 'key']).doUpdateSet({
        due_at: sql<number>`case when timer.due_at > ${dueAt} then cast(${dueAt} as bigint) else timer.due_at - 1 end`,
      }),
    )
    .execute()
}

export async function removeAlarm(db: Kysely<Tables>, kind: string, key: string): Promise<void> {
  await db.deleteFrom('timer').where('kind', '=', kind).where('key', '=', key).execute()
}
