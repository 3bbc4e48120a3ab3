import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type FreshDatabase = { url: string; remove(): Promise<void> }

/** The PostgreSQL of this test run (TEST_POSTGRES_URL, set by the runner's global setup), maintenance database. */
function postgresUrl(): string {
  const url = process.env.TEST_POSTGRES_URL
  if (!url)
    throw new Error(
      'This test run has no PostgreSQL: its config lacks the global setup tests/support/postgres-for-the-run.ts.',
    )
  return url
}

/** Makes an empty database; `remove` drops it, also when clients are still connected. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await maintain(`CREATE DATABASE ${name}`)
  const url = new URL(postgresUrl())
  url.pathname = `/${name}`
  return { url: url.href, remove: () => maintain(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
