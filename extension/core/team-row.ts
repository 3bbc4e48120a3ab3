import type { ActorId } from '#shared/contract/ids.ts'
import type { TeamMember } from '#shared/contract/presence.ts'
import type { AccountId } from './db.ts'

/** A colleague, or the account's agent, as the server said last (A14, P1). */
export interface TeamRow {
  readonly accountId: AccountId
  readonly agentId: ActorId
  readonly member: TeamMember
}
