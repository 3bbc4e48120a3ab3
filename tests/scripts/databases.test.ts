import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../support/postgres.ts'

test('a fresh PostgreSQL database is empty, durable and gone after use', async () => {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  client.on('error', () => undefined)
  const tables = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")
  const fsync = await client.query('SHOW fsync')
  await database.remove()

  expect(tables.rowCount).toBe(0)
  expect(fsync.rows).toEqual([{ fsync: 'on' }])
  await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow('does not exist')
})
