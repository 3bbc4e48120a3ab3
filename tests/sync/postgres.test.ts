import { expect, test } from 'vitest'
import { freshDatabase } from '../support/postgres.ts'
import { runWorlds } from './run-worlds.ts'

const runs = Number(process.env.SYNC_RUNS ?? 1000)

test('S1–S11: random networks on PostgreSQL: every client equals the log, nothing lost, nothing twice', {
  timeout: 1_800_000,
}, async () => {
  const database = await freshDatabase()
  // Not waiting for the disk at each commit: what is tried here is not the disk.
  const url = `${database.url}?options=-c%20synchronous_commit%3Doff`
  try {
    expect(await runWorlds(1_000_001, runs, { kind: 'postgres', url })).toBeGreaterThan(0)
  } finally {
    await database.remove()
  }
})
