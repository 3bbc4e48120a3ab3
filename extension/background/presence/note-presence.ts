import type { AgentPresence } from '#shared/contract/presence.ts'
import { type AccountId, db } from '../../core/db.ts'

/** Keeps how an account's agent is seen; writes only what is new, for every surface redraws at a write. */
export async function notePresence(accountId: AccountId, { status, dot }: AgentPresence): Promise<void> {
  await db.accounts
    .where({ id: accountId })
    .and((row) => row.token !== null && (row.presence?.status !== status || row.presence.dot !== dot))
    .modify({ presence: { status, dot } })
}
