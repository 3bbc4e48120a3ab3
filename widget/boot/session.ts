import { type ApiClient, clientFor } from '#shared/client/api-client.ts'
import type { Person } from '#shared/contract/actors.ts'
import type { Realtime } from '#shared/contract/api.ts'
import { type Operation, type paths, visitorPaths } from '#shared/contract/paths.ts'
import type { Keep } from './keep.ts'

export interface Session {
  readonly visitor: Person
  readonly realtime: Realtime
  /** Only where the browser refuses the cookie; else no script can read the credential. */
  readonly token: string | null
}

export interface Sessions {
  /** What goes on behind a shut panel, too. */
  readonly api: Pick<ApiClient, keyof typeof visitorPaths>
  /** Asks more in the same visitor's name. */
  client<O extends Operation>(operations: Pick<typeof paths, O>): Pick<ApiClient, O>
  current(): Session | null
  /** Begins as a visitor, or takes this name as the one that they are already; without a name does nothing for who is one. Throws what the API refuses. */
  open(name?: string): Promise<void>
  begin(session: Session): void
  end(): void
}

export function createSessions(keep: Keep): Sessions {
  const current = () => keep.get<Session>('session')
  const begin = (session: Session) => keep.set('session', session)
  const end = () => keep.remove('session')
  const client: Sessions['client'] = (operations) =>
    clientFor(operations, '', fetch.bind(window), () => current()?.token ?? null)
  const api = client(visitorPaths)
  return {
    api,
    client,
    current,
    open: (name) =>
      alone(async () => {
        // Another tab was. What it stored may reach this one later than the lock does: of two that ask, the cookie makes one
        // visitor; without cookies it is told by the second look.
        const faster = () => !name && current()
        if (faster()) return
        const { token, visitor, realtime } = await api.openVisitorSession({ body: name ? { name } : {} })
        if (name) end()
        // The token is kept by us only where the cookie does not come back, as in frames of browsers that refuse it.
        const known = await api.getVisitorSession({}).catch(() => null)
        if (!faster()) begin({ visitor, realtime, token: known?.visitor.id === visitor.id ? null : token })
      }),
    begin,
    end,
  }
}

/**
 * One tab at a time, where the browser has locks: two that began at once would be two visitors, with what the one keeps and
 * the other's cookie.
 */
function alone<T>(act: () => Promise<T>): Promise<T> {
  let done: Promise<T> | undefined
  const run = () => (done ??= act())
  return navigator.locks?.request('visitor', run).catch(run) ?? run()
}
