import type { ApiClient } from '#shared/client/api-client.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type AgentPresence, presenceLease } from '#shared/contract/presence.ts'
import type { AccountRow } from '../../core/db.ts'
import { noteAccount } from '../accounts/note-account.ts'
import { coalesce } from '../coalesce.ts'
import { learnFollowUps } from '../follow-ups/learn-follow-ups.ts'
import { learnsGroups } from '../groups/learn-groups.ts'
import { keepLease } from '../presence/lease.ts'
import { notePresence } from '../presence/note-presence.ts'
import { learnErased } from '../privacy/learn-erased.ts'
import { reportReceipts } from '../receipts/report-receipts.ts'
import { learnTeam, notePresenceOf } from '../team/learn-team.ts'
import { learnVisitors } from '../visitors/learn-visitors.ts'

interface Parts {
  readonly account: AccountRow & { readonly token: string }
  readonly api: ApiClient
  readonly isIdle: () => Promise<boolean>
  readonly isReachable: () => boolean
  readonly stopped: AbortSignal
}

/** What an account tells its server and asks of it beside the chats. What fails is said or asked again at the next occasion. */
export interface Duties {
  /** Says that the agent is there, and whether idle: without waiting for the next time. */
  renewPresence(): Promise<void>
  /** Tells how far the agent is in their chats. */
  tellReceipts(): Promise<void>
  /** Asks who is still to be seen to. */
  learnFollowUps(): Promise<void>
  /** Asks which statuses the agent can choose. */
  learnStatuses(): Promise<void>
  /** Asks which groups there are, and how soon they answer; without `anew`, at most once a minute. */
  learnGroups(anew: boolean): Promise<void>
  /** Asks whose words were erased meanwhile, and erases them here. */
  learnErased(): Promise<void>
  /** Asks who is in the team, and how they are. */
  learnTeam(): Promise<void>
  /** Somebody of the team is seen differently. */
  notePresenceOf(agentId: ActorId, presence: AgentPresence): Promise<void>
  /** Asks who is on the sites. @param limit how many are looked at */
  learnVisitors(limit: number): Promise<void>
}

export function createDuties({ account, api, isIdle, isReachable, stopped }: Parts): Duties {
  const { id: accountId, agent, token } = account
  const learnGroups = learnsGroups(accountId, agent.id, api)
  const askForTeam = coalesce(() => learnTeam(accountId, api).catch(() => {}))
  return {
    renewPresence: keepLease({
      renew: (idle) => api.renewPresence({ body: { idle } }, { signal: AbortSignal.timeout(presenceLease.leaseFor) }),
      isIdle,
      isReachable,
      note: (presence) => notePresence(accountId, presence),
      stopped,
    }),
    tellReceipts: coalesce(() => reportReceipts(accountId, api).catch(() => {})),
    learnFollowUps: coalesce(() => learnFollowUps(accountId, api).catch(() => {})),
    learnGroups: (anew) => learnGroups(anew).catch(() => {}),
    learnVisitors: learnVisitors(accountId, api),
    learnErased: coalesce(() => learnErased(accountId, api).catch(() => {})),
    learnTeam: askForTeam,
    async notePresenceOf(agentId, presence) {
      if (!(await notePresenceOf(accountId, agentId, presence))) await askForTeam()
    },
    async learnStatuses() {
      const answer = await api.listStatuses({}).catch(() => null)
      if (answer) await noteAccount(accountId, token, { statuses: answer.statuses })
    },
  }
}
