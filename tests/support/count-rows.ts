import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { DatabaseTarget } from './databases.ts'

const tables = [
  'event',
  'command',
  'stream',
  'chat',
  'receipt',
  'visitor',
  'agent',
  'session',
  'online_visitor',
  'visit',
]
const question = tables
  .map((table) => `select '${table}' as name, count(*) as count from "${table}"`)
  .join(' union all ')

/** How many rows each table has, asked beside the server that is running on it. */
export async function countRows(target: DatabaseTarget): Promise<Record<string, number>> {
  const rows = await (target.kind === 'sqlite' ? askSqlite(target.folder) : askPostgres(target.url))
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]))
}

interface Row {
  readonly name: string
  readonly count: number | string
}

function askSqlite(folder: string): Row[] {
  const database = new DatabaseSync(join(folder, 'deskbell.sqlite'), { readOnly: true })
  try {
    return database.prepare(question).all() as unknown as Row[]
  } finally {
    database.close()
  }
}

async function askPostgres(url: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}
