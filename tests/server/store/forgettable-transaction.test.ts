import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { forgettableTransaction } from '../../../server/store/forgettable-transaction.ts'
import { onBothDatabases } from '../log/with-database.ts'

/** How long a commit waits, as the database names it. */
async function patience({ query, kind }: Pick<Database, 'query' | 'kind'>): Promise<string> {
  const { rows } = await (kind === 'sqlite'
    ? sql<{ value: unknown }>`select synchronous as value from pragma_synchronous`.execute(query)
    : sql<{ value: unknown }>`select current_setting('synchronous_commit') as value`.execute(query))
  return String(rows[0]?.value)
}
const names = { sqlite: { whole: '2', none: '1' }, postgres: { whole: 'on', none: 'off' } }

describe.each(onBothDatabases)('a transaction that does not wait for the disk, on $name', ({ name, open }) => {
  const set = (db: Database, key: string) => (tx: Parameters<Parameters<typeof forgettableTransaction>[1]>[0]) =>
    tx.insertInto('setting').values({ key, value: db.kind }).execute()
  const settings = async ({ query }: Database) =>
    (await query.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key)

  test('S2: is the only one that does not: before it, beside it, after it and after one that failed, others wait', async () => {
    const { db } = await open()
    const { whole, none } = names[name]
    expect(await patience(db)).toBe(whole)
    for (let i = 0; i < 3; i++) {
      const inside = await forgettableTransaction(db, (tx) => patience({ query: tx, kind: db.kind }))
      expect([inside, await patience(db)]).toEqual([none, whole])
      await expect(forgettableTransaction(db, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
      expect(await patience(db)).toBe(whole)
    }
    const seen = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        i % 2
          ? forgettableTransaction(db, (tx) => patience({ query: tx, kind: db.kind }))
          : db.query.transaction().execute((tx) => patience({ query: tx, kind: db.kind })),
      ),
    )
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => (i % 2 ? none : whole)))
  })

  test('is whole, or is not at all', async () => {
    const { db } = await open()
    const before = await settings(db)
    await forgettableTransaction(db, set(db, 'stored'))
    const failing = forgettableTransaction(db, async (tx) => {
      await set(db, 'not stored')(tx)
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    expect(await settings(db)).toEqual([...before, 'stored'].toSorted())
  })
})
