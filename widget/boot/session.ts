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
  begin(session: Session): void
  end(): void
  /** Where nothing lasts but the cookie: the server still knows who it was, and what they were talking about. */
  restore(): Promise<void>
}

export function createSessions(keep: Keep): Sessions {
  const current = () => keep.get<Session>('session')
  const begin = (session: Session) => keep.set('session', session)
  const client: Sessions['client'] = (operations) =>
    clientFor(operations, '', fetch.bind(window), () => current()?.token ?? null)
  const api = client(visitorPaths)
  return {
    api,
    client,
    current,
    begin,
    end: () => keep.remove('session'),
    async restore() {
      const { visitor, realtime, chats } = await api.getVisitorSession({})
      begin({ visitor, realtime, token: null })
      if (chats[0] && !keep.get('chat')) keep.set('chat', chats[0].chatId)
    },
  }
}
