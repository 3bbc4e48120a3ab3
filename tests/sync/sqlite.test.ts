import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { runWorlds } from './run-worlds.ts'

const runs = Number(process.env.SYNC_RUNS ?? 3000)

test('S1–S11: random networks on SQLite: every client equals the log, nothing lost, nothing twice', {
  timeout: 1_800_000,
}, async () => {
  // In memory where the system has such a folder: what is tried here is not the disk.
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'deskbell-sync-'))
  try {
    expect(await runWorlds(1, runs, () => openDatabase({ kind: 'sqlite', folder }))).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
