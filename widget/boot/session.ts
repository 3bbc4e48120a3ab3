import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import type { Person } from '#shared/contract/actors.ts'
import type { Realtime } from '#shared/contract/api.ts'
import type { Keep } from './keep.ts'

export interface Session {
  readonly visitor: Person
  readonly realtime: Realtime
  /** Only where the browser refuses the cookie; else no script can read the credential. */
  readonly token: string | null
}

export interface Sessions {
  readonly api: ApiClient
  current(): Session | null
  /** Begins as a visitor of that name. Throws what the API refuses. */
  open(name: string): Promise<void>
}

export function createSessions(keep: Keep): Sessions {
  const send = fetch.bind(window)
  const current = () => keep.get<Session>('session')
  const byCookie = createApiClient('', send)
  const api = createApiClient('', send, () => current()?.token ?? null)
  return {
    api,
    current,
    async open(name) {
      const { token, visitor, realtime } = await byCookie.openVisitorSession({ body: { name } })
      const refused = await byCookie.getVisitorSession({}).then(
        (answer) => answer.visitor.id !== visitor.id,
        () => true,
      )
      keep.set('session', { visitor, realtime, token: refused ? token : null } satisfies Session)
    },
  }
}
