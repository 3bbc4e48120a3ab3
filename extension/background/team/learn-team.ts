import type { ApiClient } from '#shared/client/api-client.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { AgentPresence } from '#shared/contract/presence.ts'
import { type AccountId, db } from '../../core/db.ts'
import { ofAccount } from '../../core/of-account.ts'
import type { TeamRow } from '../../core/team-row.ts'

/** Asks the server who is in the team and how they are (A14), and keeps that in place of what was known. */
export async function learnTeam(accountId: AccountId, api: Pick<ApiClient, 'listTeam'>): Promise<void> {
  const { team } = await api.listTeam({})
  const rows = team.map((member): TeamRow => ({ accountId, agentId: member.id, member }))
  await db.transaction('rw', db.team, db.accounts, async () => {
    if (!(await db.accounts.get(accountId))) return
    const known = await ofAccount(db.team, accountId).toArray()
    // Written only when something is new: every surface that shows a dot looks again at a write.
    if (JSON.stringify(known) === JSON.stringify(rows.toSorted(byKey))) return
    await ofAccount(db.team, accountId).delete()
    await db.team.bulkPut(rows)
  })
}

/** As the table keeps them. */
const byKey = (one: TeamRow, other: TeamRow) => (one.agentId < other.agentId ? -1 : 1)

/** Somebody is seen differently from now on. Gives false for somebody who is not known here yet. */
export const notePresenceOf = (accountId: AccountId, agentId: ActorId, { status, dot }: AgentPresence) =>
  db.transaction('rw', db.team, async (): Promise<boolean> => {
    const row = await db.team.get([accountId, agentId])
    if (row) await db.team.put({ ...row, member: { ...row.member, status, dot } })
    return row !== undefined
  })
