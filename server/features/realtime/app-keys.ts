import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Database } from '../../store/database.ts'

const AppKeys = v.object({ id: v.string(), key: v.string(), secret: v.string() })
export type AppKeys = v.InferOutput<typeof AppKeys>

/** The id, key and secret of the engine in this process: made at the first start, the same ever after. */
export async function appKeysOf({ query }: Database): Promise<AppKeys> {
  const random = (bytes: number) => randomBytes(bytes).toString('hex')
  const made: AppKeys = { id: 'deskbell', key: random(10), secret: random(32) }
  await query
    .insertInto('setting')
    .values({ key: 'realtime-app', value: JSON.stringify(made) })
    .onConflict((on) => on.column('key').doNothing())
    .execute()
  const { value } = await query
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'realtime-app')
    .executeTakeFirstOrThrow()
  return v.parse(AppKeys, JSON.parse(value))
}
