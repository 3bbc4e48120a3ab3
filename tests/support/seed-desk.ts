import { db } from '../../extension/core/db.ts'
import type { DeskData } from './desk-data.ts'

/** Empties the extension's database of this context and fills it. */
export async function seedDesk(data: DeskData): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()))
    for (const [name, rows] of Object.entries(data)) await db.table(name).bulkPut(rows)
  })
}
