import type { GroupId } from '#shared/contract/ids.ts'
import type { Targets } from '#shared/domain/service-level/service-level.ts'
import type { AccountId } from './db.ts'

/** A group of an account's server, as it said last: what an agent's lists and timers need of it. */
export interface GroupRow extends Targets {
  readonly accountId: AccountId
  readonly groupId: GroupId
  readonly name: string
  /** Whether the account's agent is in it. */
  readonly isMine: boolean
}
