import type { ChatId } from '#shared/contract/ids.ts'
import type { AccountId } from './db.ts'

/** Of which events in a chat the agent wants to hear (A20). */
export type MonitorLevel = 'visitor' | 'all'

/** A chat that the agent monitors; without a row it is off. */
export interface MonitorRow {
  readonly accountId: AccountId
  readonly chatId: ChatId
  readonly level: MonitorLevel
  /** Numbers of the last events of the public and of the internal stream that the agent knows of. */
  readonly shown: number
  readonly inside: number
}
