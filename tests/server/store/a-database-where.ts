import { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '../../../server/store/database.ts'
import { PipelinedPostgresDialect } from '../../../server/store/pipelined-postgres-dialect.ts'
import type { Tables } from '../../../server/store/tables.ts'
import type { DatabaseTarget } from '../../support/databases.ts'

/** A PostgreSQL, already made, that is told something else than what was meant. */
export async function aDatabaseWhere(target: DatabaseTarget, told: (text: string) => string): Promise<Database> {
  if (target.kind !== 'postgres') throw new Error('This is for PostgreSQL.')
  const types = { getTypeParser: () => (text: string) => (/^\d+$/.test(text) ? Number(text) : text) }
  const pool = new pg.Pool({ connectionString: target.url, pipeline: true, types: types as pg.CustomTypesConfig })
  const connect = async () => {
    const client = await pool.connect()
    return {
      query: (text: string, values: unknown[]) => client.query(told(text), values),
      release: (destroy?: boolean) => client.release(destroy),
    } as unknown as pg.PoolClient
  }
  const dialect = new PipelinedPostgresDialect({ pool: { connect, end: () => pool.end(), options: {} } as never })
  const query = new Kysely<Tables>({ dialect })
  return { kind: 'postgres', query, close: () => query.destroy() }
}
