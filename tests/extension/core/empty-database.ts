import { beforeEach } from 'vitest'
import { db } from '../../../extension/core/db.ts'

/** Before each test the extension's database is empty, as after an installation. */
export const emptyDatabase = (): void =>
  beforeEach(() => Promise.all(db.tables.map((table) => table.clear())).then(() => {}))
