import { randomUUID } from 'node:crypto'
import type { Database } from '../store/database.ts'

/** The name of this log, made with it. A client that knows another one drops its copy (S7). */
export async function logIdOf(db: Database): Promise<string> {
  await db.query
    .insertInto('setting')
    .values({ key: 'log-id', value: randomUUID() })
    .onConflict((on) => on.column('key').doNothing())
    .execute()
  const row = await db.query.selectFrom('setting').select('value').where('key', '=', 'log-id').executeTakeFirstOrThrow()
  return row.value
}
