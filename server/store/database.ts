import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import pg from 'pg'
import { lockFolder } from './lock-folder.ts'
import { migrate } from './migrate.ts'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import { PipelinedPostgresDialect } from './pipelined-postgres-dialect.ts'
import { preparedPool } from './prepared-pool.ts'
import type { Tables } from './tables.ts'

export type DatabaseTarget =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface Database {
  readonly kind: DatabaseTarget['kind']
  readonly query: Kysely<Tables>
  close(): Promise<void>
}

/** Opens the database and brings it to this version. Throws FolderInUse when another server has the data folder. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  const { dialect, release } = target.kind === 'sqlite' ? sqlite(target.folder) : postgres(target.url)
  const query = new Kysely<Tables>({ dialect })
  const close = async () => {
    await query.destroy()
    release()
  }
  try {
    await migrate(query)
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
  return { kind: target.kind, query, close }
}

function sqlite(folder: string) {
  mkdirSync(folder, { recursive: true })
  const release = lockFolder(folder)
  return { dialect: new NodeSqliteDialect(() => openFile(join(folder, 'deskbell.sqlite'))), release }
}

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  // FULL: a message that was acknowledged survives a power cut (one fsync each; measured in notes on the data store).
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma busy_timeout = 5000;
  `)
  return database
}

function postgres(url: string) {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : pg.types.getTypeParser(oid, format),
  }
  const pool = new pg.Pool({ connectionString: url, max: 10, types: types as pg.CustomTypesConfig, pipeline: true })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks in use fails its statements, and the pool drops it afterwards; without a listener it would, too.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { dialect: new PipelinedPostgresDialect({ pool: preparedPool(pool) }), release: () => {} }
}

/** PostgreSQL's bigint: all of ours (times, numbers) stay below 2^53. */
const int8 = 20
