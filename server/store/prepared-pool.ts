import type { PostgresPool } from 'kysely'
import type pg from 'pg'

/** As many statements as the server has queries, with room. */
const keptStatements = 300

/** A pool as Kysely takes it, whose connections plan a statement once and not each time: planning is half of a small query. */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()

  /** Nothing for what is sent as it is: what has no parameters, and what came when enough were named. */
  function nameOf(text: string, values: readonly unknown[]): string | undefined {
    // PostgreSQL refuses a prepared `select *` for ever once another process, of a newer version, has added a column.
    if (!values.length || text.includes('*')) return undefined
    if (!names.has(text) && names.size < keptStatements) names.set(text, `deskbell-${names.size}`)
    return names.get(text)
  }

  const adapt = (client: pg.PoolClient) => ({
    processID: (client as { processID?: number }).processID,
    query: (text: string, values: readonly unknown[]) =>
      client.query({ text, values: [...values], name: nameOf(text, values) }),
    release: (destroy?: boolean) => client.release(destroy),
  })
  return {
    connect: async () => adapt(await pool.connect()) as unknown as Awaited<ReturnType<PostgresPool['connect']>>,
    end: () => pool.end(),
    options: pool.options,
  }
}
