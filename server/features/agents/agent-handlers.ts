import type { Realtime } from '#shared/contract/api.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { refused } from '../../domain/refused.ts'
import type { EndedSession, Handlers } from '../caller.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { countPlace, createThrottle } from '../throttle.ts'
import { type Accounts, mayObserve, spelled } from './accounts.ts'
import { hashPassword, isPassword, newPassword } from './password.ts'

export interface AgentParts {
  readonly accounts: Accounts
  readonly sessions: Sessions
  /** What every session answer tells a client of this server. */
  readonly server: { readonly logId: string; readonly realtime: Realtime }
  /** Takes whoever signed out from among those who are there. */
  readonly leave: (agent: ActorId, session: string) => Promise<unknown>
  /** Ends what this session is subscribed to. */
  readonly endSubscriptions: (session: EndedSession) => Promise<unknown>
}

type Operations = 'signIn' | 'signOut' | 'getSession' | 'createAgent' | 'listAgents'

const quarterOfAnHour = 15 * 60

export function agentHandlers({
  accounts,
  sessions,
  server,
  leave,
  endSubscriptions,
}: AgentParts): Handlers<Operations> {
  const perAccount = createThrottle(10, quarterOfAnHour)
  // An office shares an address: enough for its agents, too few for a guesser who goes through usernames.
  const perPlace = createThrottle(100, quarterOfAnHour)
  // Compared with when there is no such account, so that the answer takes as long as with a wrong password.
  const nobody = hashPassword(newPassword())

  return {
    async signIn({ body }, { address, now }) {
      const account = spelled(body.username)
      await countPlace(perPlace, address)
      await perAccount.count(account)
      const row = await accounts.byUsername(body.username)
      const isRight = await isPassword(body.password, row?.password_hash ?? (await nobody))
      if (!row || !isRight) throw refused('wrong-credentials', 'The username or the password is wrong.')
      await perAccount.forget(account)
      const token = await sessions.open('agent', row.id as ActorId, now)
      const agent = { id: row.id as ActorId, name: row.name }
      return { token, agent, role: row.role, mayObserve: mayObserve(row.role, row.may_observe), ...server }
    },

    async signOut(_, { session }) {
      await sessions.end(session.tokenHash)
      await leave(session.actor.id, session.tokenHash)
      await endSubscriptions({ tokenHash: session.tokenHash, actorId: session.actor.id })
      return {}
    },

    async getSession(_, { actor, session }) {
      const role = session.administrator ? 'administrator' : 'agent'
      return { agent: { id: actor.id, name: actor.name }, role, mayObserve: session.mayObserve, ...server }
    },

    async createAgent({ body }, { now }) {
      const agent = await accounts.add({ ...body, role: 'agent' }, now)
      if (!agent)
        throw refused('username-taken', `There is already an agent with the username ${spelled(body.username)}.`)
      return { agent }
    },

    async listAgents() {
      return { agents: await accounts.all() }
    },
  }
}
