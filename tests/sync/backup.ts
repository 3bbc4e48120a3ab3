import type { Insertable } from 'kysely'
import type { Database } from '../../server/store/database.ts'
import type { Tables } from '../../server/store/tables.ts'

/** In the order in which rows can be put back. */
const tables = [
  'setting',
  'stream',
  'event',
  'command',
  'reaction_due',
  'timer',
  'chat',
  'chat_agent',
  'observer',
  'offer',
  'tried',
  'receipt',
] as const

export type Backup = Readonly<Record<(typeof tables)[number], readonly object[]>>

export async function takeBackup({ query }: Database): Promise<Backup> {
  const copy: Partial<Record<(typeof tables)[number], readonly object[]>> = {}
  for (const table of tables) copy[table] = await query.selectFrom(table).selectAll().execute()
  return copy as Backup
}

export const nothing = Object.fromEntries(tables.map((table) => [table, []])) as unknown as Backup

/** As an operator restores it: the log that goes on from here is another one. */
export const withoutLogId = (backup: Backup): Backup => ({ ...backup, setting: [] })

/** Makes the database what it was; all that came after is gone. */
export async function restore({ query }: Database, backup: Backup): Promise<void> {
  await query.transaction().execute(async (tx) => {
    for (const table of tables.toReversed()) await tx.deleteFrom(table).execute()
    for (const table of tables) {
      const rows = backup[table] as Insertable<Tables[typeof table]>[]
      if (rows.length) await tx.insertInto(table).values(rows).execute()
    }
  })
}
