import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../server/store/database.ts'
import { FolderInUse } from '../../../server/store/lock-folder.ts'
import { databases } from '../../support/databases.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { aLog, anActiveChat, countRows } from '../log/a-log.ts'

vi.setConfig({ testTimeout: 60_000 })

const inUse = (folder: string) =>
  `The data folder ${folder} is in use by another Deskbell server. Stop that one first, or set DESKBELL_DATA to another folder.`

describe.each(databases)('the database on $name', ({ open }) => {
  test('is made from nothing, and opening it again keeps what is in it', async () => {
    const { target, remove } = await open()
    try {
      const first = await openDatabase(target)
      expect(Object.values(await countRows(first))).toEqual(new Array(12).fill(0))
      await anActiveChat(aLog(first))
      const before = await countRows(first)
      await first.close()
      const second = await openDatabase(target)
      expect(await countRows(second)).toEqual(before)
      await second.close()
    } finally {
      await remove()
    }
  })

  test('keeps numbers as large as times are, and text of every script', async () => {
    const { target, remove } = await open()
    const db = await openDatabase(target)
    try {
      const row = { id: 'a', name: 'Zoë 李 עדה 🛎️ \' " \\ %', created_at: Number.MAX_SAFE_INTEGER }
      await db.query.insertInto('visitor').values(row).execute()
      expect(await db.query.selectFrom('visitor').selectAll().executeTakeFirst()).toMatchObject(row)
    } finally {
      await db.close()
      await remove()
    }
  })
})

test('eight processes that start together on an empty PostgreSQL all come up', async () => {
  const { url, remove } = await freshDatabase()
  const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openDatabase({ kind: 'postgres', url })))
  try {
    expect(opened.map(({ status }) => status)).toEqual(new Array(8).fill('fulfilled'))
  } finally {
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close()
    await remove()
  }
})

test('a PostgreSQL that is not there is said to be so, and nothing stays open', async () => {
  await expect(openDatabase({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(
    /ECONNREFUSED/,
  )
})

describe('a data folder', () => {
  test('is held by one server: a second in the same process refuses, and says what to do', async () => {
    await inFolder(async (folder) => {
      const first = await openDatabase({ kind: 'sqlite', folder })
      await expect(openDatabase({ kind: 'sqlite', folder })).rejects.toThrow(new FolderInUse(folder))
      expect(new FolderInUse(folder).message).toBe(inUse(folder))
      // Refusing did not loosen the first one's hold.
      await expect(openDatabase({ kind: 'sqlite', folder })).rejects.toThrow(inUse(folder))
      await first.close()
      await (await openDatabase({ kind: 'sqlite', folder })).close()
    })
  })

  test('is held against another process, and free again when that one was killed', async () => {
    await inFolder(async (folder) => {
      const script = join(folder, 'hold.ts')
      const store = new URL('../../../server/store/database.ts', import.meta.url).href
      await writeFile(
        script,
        `import { openDatabase } from ${JSON.stringify(store)}
         await openDatabase({ kind: 'sqlite', folder: ${JSON.stringify(folder)} })
         console.log('held')
         setInterval(() => {}, 1000)`,
      )
      const holder = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = once(holder, 'exit')
      try {
        await once(holder.stdout, 'data')
        await expect(openDatabase({ kind: 'sqlite', folder })).rejects.toThrow(inUse(folder))
      } finally {
        holder.kill('SIGKILL')
        await ended
      }
      await (await openDatabase({ kind: 'sqlite', folder })).close()
    })
  })

  test('with a damaged database refuses to open, and lets go of the folder', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'deskbell.sqlite')
      await writeFile(file, 'This is no database, but it is long enough to be looked at as one.'.repeat(100))
      await expect(openDatabase({ kind: 'sqlite', folder })).rejects.toThrow(/not a database/)
      await rm(file)
      await (await openDatabase({ kind: 'sqlite', folder })).close()
    })
  })
})

async function inFolder(work: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-folder-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
