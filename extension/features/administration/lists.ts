import type { AgentAccount } from '#shared/contract/answers.ts'
import type { GroupDetails, Status } from '#shared/contract/groups.ts'

/** All that is administered here, as the server said last. */
export interface Lists {
  readonly agents: readonly AgentAccount[]
  readonly groups: readonly GroupDetails[]
  readonly statuses: readonly Status[]
}
