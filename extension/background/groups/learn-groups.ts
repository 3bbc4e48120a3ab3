import type { ApiClient } from '#shared/client/api-client.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type AccountId, db } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { ofAccount } from '../../core/of-account.ts'

/** An administrator's change is known here after at most this long, in ms. */
const freshFor = 60_000

/**
 * Asks the server which groups there are (A12) and how soon they answer (R14), and keeps that in place of what was known.
 * @returns asks; unless `anew`, not more often than once a minute. Rejects when the server cannot be reached
 */
export function learnsGroups(accountId: AccountId, me: ActorId, api: Pick<ApiClient, 'listGroups'>) {
  let learned = 0
  return async (anew: boolean): Promise<void> => {
    const now = Date.now()
    if (!anew && now - learned < freshFor) return
    learned = now
    const { groups } = await api.listGroups({})
    const rows = groups.map(
      ({ id, name, members, settings: { firstAnswerTarget, nextAnswerTarget } }): GroupRow => ({
        accountId,
        groupId: id,
        name,
        isMine: members.includes(me),
        firstAnswerTarget,
        nextAnswerTarget,
      }),
    )
    await db.transaction('rw', db.groups, db.accounts, async () => {
      if (!(await db.accounts.get(accountId))) return
      const known = await ofAccount(db.groups, accountId).toArray()
      // Written only when something is new: every list looks again at a write.
      if (JSON.stringify(known) === JSON.stringify(rows.toSorted(byKey))) return
      await ofAccount(db.groups, accountId).delete()
      await db.groups.bulkPut(rows)
    })
  }
}

/** As the table keeps them. */
const byKey = (one: GroupRow, other: GroupRow) => (one.groupId < other.groupId ? -1 : 1)
