import { startPostgres } from './postgres-cluster.ts'

/** Global setup of the test runners: one PostgreSQL for the whole run. Workers find it by the environment they inherit. */
export default async function postgresForTheRun(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined
  const cluster = await startPostgres()
  process.env.TEST_POSTGRES_URL = cluster.url
  return async () => {
    delete process.env.TEST_POSTGRES_URL
    await cluster.stop()
  }
}
