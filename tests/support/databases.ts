import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from './postgres.ts'

export type DatabaseTarget = { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string }

/** `remove` deletes the database for good; close every connection of the code under test first. */
export type OpenedDatabase = { target: DatabaseTarget; remove(): Promise<void> }

/**
 * Both databases that Deskbell runs on, for `describe.each(databases)('… on $name', ({ open }) => …)`.
 * `open` gives an empty one each time.
 */
export const databases: { name: DatabaseTarget['kind']; open(): Promise<OpenedDatabase> }[] = [
  {
    name: 'sqlite',
    async open() {
      const folder = await mkdtemp(join(tmpdir(), 'deskbell-sqlite-'))
      return { target: { kind: 'sqlite', folder }, remove: () => rm(folder, { recursive: true, force: true }) }
    },
  },
  {
    name: 'postgres',
    async open() {
      const { url, remove } = await freshDatabase()
      return { target: { kind: 'postgres', url }, remove }
    },
  },
]
