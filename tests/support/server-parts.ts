import type { Person } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type Accounts, createAccounts } from '../../server/features/agents/accounts.ts'
import { agentHandlers } from '../../server/features/agents/agent-handlers.ts'
import type { Caller, SignedIn } from '../../server/features/caller.ts'
import { createPresence } from '../../server/features/presence/presence.ts'
import { createSessions, type Sessions } from '../../server/features/sessions/sessions.ts'
import { visitorHandlers } from '../../server/features/visitors/visitor-handlers.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
import type { OpenedDatabase } from './databases.ts'

/** The parts of a server around people, on a real database, with a clock that the test holds. */
export interface ServerParts {
  readonly db: Database
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly agents: ReturnType<typeof agentHandlers>
  readonly visitors: ReturnType<typeof visitorHandlers>
  /** Hashes of the tokens whose subscriptions were ended. */
  readonly endedSubscriptions: string[]
  readonly clock: { now: number }
  /** Somebody without a session, from somewhere. */
  anyone(address?: string): Caller
  /** Whoever holds this token. Refuses when nobody does. */
  holder(token: string, address?: string): Promise<SignedIn>
  close(): Promise<void>
}

export async function openParts({ target }: OpenedDatabase): Promise<ServerParts> {
  const db = await openDatabase(target)
  const accounts = createAccounts(db)
  const sessions = createSessions(db)
  const server = { logId: 'the-log', realtime: { key: 'the-key' } }
  const endedSubscriptions: string[] = []
  const clock = { now: Date.UTC(2026, 10, 20) }
  const endSubscriptions = async (session: { tokenHash: string }) => endedSubscriptions.push(session.tokenHash)
  const presence = createPresence(db)
  const leave = (agent: ActorId, session: string) => presence.signOut(agent, session, clock.now)
  const anyone = (address = '203.0.113.7') => ({ address, userAgent: '', now: clock.now, presented: null })
  return {
    db,
    accounts,
    sessions,
    agents: agentHandlers({ accounts, sessions, server, leave, endSubscriptions }),
    visitors: visitorHandlers({ db, sessions, server, chatsOf: async () => [] }),
    endedSubscriptions,
    clock,
    anyone,
    async holder(token, address) {
      const session = await sessions.find(token, clock.now)
      if (!session) throw new Error('Nobody holds this token.')
      return { ...anyone(address), presented: { session, token }, session, actor: session.actor }
    },
    close: () => db.close(),
  }
}

export const aPerson = (name = 'Somebody'): Person => ({ id: crypto.randomUUID() as string as ActorId, name })
