import { afterEach, vi } from 'vitest'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import { type DatabaseTarget, databases } from '../../support/databases.ts'

// Hundreds of durable commits: on a busy disk they take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

export interface Opened {
  readonly target: DatabaseTarget
  readonly db: Database
  /** Another connection to the same database, as a second process has it. Not on SQLite, whose folder one server holds. */
  another(): Promise<Database>
}

/** For `describe.each(onBothDatabases)`: `open` gives an empty database; everything is closed and removed after each test. */
export const onBothDatabases = databases.map(({ name, open }) => ({ name, open: () => opened(open) }))

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function opened(open: (typeof databases)[number]['open']): Promise<Opened> {
  const { target, remove } = await open()
  closing.push(remove)
  const another = async () => {
    const db = await openDatabase(target)
    closing.push(db.close)
    return db
  }
  return { target, db: await another(), another }
}
