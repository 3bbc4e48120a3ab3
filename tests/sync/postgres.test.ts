import { expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { freshDatabase } from '../support/postgres.ts'
import { runWorlds } from './run-worlds.ts'

const runs = Number(process.env.SYNC_RUNS ?? 1000)

test('S1–S11: random networks on PostgreSQL: every client equals the log, nothing lost, nothing twice', {
  timeout: 1_800_000,
}, async () => {
  const database = await freshDatabase()
  // Not waiting for the disk at each commit: what is tried here is not the disk.
  const url = `${database.url}?options=-c%20synchronous_commit%3Doff`
  // A server that comes back finds the connections of the one before: each new one would have to learn all statements and tables
  // again, which takes as long as the world itself. What is left of the one before is over by then (see fall).
  const db = await openDatabase({ kind: 'postgres', url })
  const open = async () => ({ ...db, close: async () => {} })
  try {
    expect(await runWorlds(1_000_001, runs, open)).toBeGreaterThan(0)
  } finally {
    await db.close()
    await database.remove()
  }
})
