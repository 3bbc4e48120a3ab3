import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DatabaseTarget } from './databases.ts'

/** How many rows of all tables contain a text, asked beside the server that is running on it; on SQLite. */
export async function rowsContaining(target: DatabaseTarget, text: string): Promise<number> {
  if (target.kind !== 'sqlite') throw new Error('Only SQLite can be asked this.')
  const database = new DatabaseSync(join(target.folder, 'deskbell.sqlite'), { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all()
    const rows = tables.flatMap(({ name }) => database.prepare(`select * from "${name}"`).all())
    return rows.filter((row) => JSON.stringify(row).includes(text)).length
  } finally {
    database.close()
  }
}
