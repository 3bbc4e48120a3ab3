import { type AccountId, db, type VisitorListRow } from '../../core/db.ts'

/** Two clocks and a network are never quite the same: what is less than this apart stays as it was noted. In ms. */
const sameTime = 1_500

/** Keeps how far an account's visitors are known. @param ahead this browser's clock before the server's, ms */
export async function noteVisitorList(
  accountId: AccountId,
  change: Partial<VisitorListRow>,
  ahead?: number,
): Promise<void> {
  await db.transaction('rw', db.visitorLists, db.accounts, async () => {
    if (!(await db.accounts.get(accountId))) return
    const before = (await db.visitorLists.get(accountId)) ?? nothingYet(accountId)
    const isNews = ahead !== undefined && Math.abs(ahead - before.ahead) > sameTime
    await db.visitorLists.put({ ...before, ...change, ...(isNews && { ahead }) })
  })
}

const nothingYet = (accountId: AccountId): VisitorListRow => ({
  accountId,
  answeredAt: 0,
  ahead: 0,
  total: null,
  problem: null,
})
