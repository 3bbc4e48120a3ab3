import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { freshDatabase } from '../support/postgres.ts'
import { startPostgres } from '../support/postgres-cluster.ts'

test('a fresh PostgreSQL database is empty, durable, and gone after use', async () => {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  const tables = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")
  const fsync = await client.query('SHOW fsync')
  await database.remove()

  expect(tables.rowCount).toBe(0)
  expect(fsync.rows).toEqual([{ fsync: 'on' }])
  await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow('does not exist')
})

test('a stopped PostgreSQL leaves no folder and answers no more', { timeout: 60_000 }, async () => {
  const cluster = await startPostgres()
  const folder = await dataFolderOf(cluster.url)
  expect(existsSync(folder)).toBe(true)
  await cluster.stop()
  expect(existsSync(folder)).toBe(false)
  await expect(dataFolderOf(cluster.url)).rejects.toThrow('ECONNREFUSED')
})

test('a PostgreSQL whose test run was killed ends by itself and leaves no folder', { timeout: 60_000 }, async () => {
  const script = `
    import { startPostgres } from ${JSON.stringify(resolve('tests/support/postgres-cluster.ts'))}
    console.log((await startPostgres()).url)`
  const run = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(run.stdout.setEncoding('utf8'), 'data')
  const url = String(line).trim()
  const folder = await dataFolderOf(url)
  run.kill('SIGKILL')
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false))
  await expect(dataFolderOf(url)).rejects.toThrow('ECONNREFUSED')
})

async function dataFolderOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
  await client.end()
  return rows[0]?.data_directory ?? ''
}
