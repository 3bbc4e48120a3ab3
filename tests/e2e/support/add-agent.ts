import { createApiClient } from '#shared/client/api-client.ts'
import type { TestServer } from '../../support/server.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Another agent of the server, besides its administrator. */
export async function addAgent(server: TestServer, name: string): Promise<Credentials> {
  const admin = { username: server.adminUsername, password: server.adminPassword }
  const { token } = await createApiClient(server.url, fetch).signIn({ body: admin })
  const who = { username: name.toLowerCase(), password: 'a password for the tests' }
  await createApiClient(server.url, fetch, () => token).createAgent({ body: { ...who, name } })
  return who
}
