import { type AccountId, db, type VisitorListRow } from '../../core/db.ts'
import { visitorWatch } from '../../core/visitor-watch.ts'

/** Two clocks and a network are never quite the same: what is less than this apart stays as it was noted. In ms. */
const sameTime = 1_500

/**
 * Keeps how far an account's visitors are known. That they still are is written a few times before it would be doubted, not at
 * each answer: every write redraws.
 * @param ahead this browser's clock before the server's, ms
 */
export async function noteVisitorList(
  accountId: AccountId,
  change: Partial<VisitorListRow>,
  ahead?: number,
): Promise<void> {
  await db.transaction('rw', db.visitorLists, db.accounts, async () => {
    if (!(await db.accounts.get(accountId))) return
    const before = (await db.visitorLists.get(accountId)) ?? nothingYet(accountId)
    const isNews = ahead !== undefined && Math.abs(ahead - before.ahead) > sameTime
    const after = { ...before, ...change, ...(isNews && { ahead }) }
    if (!isSame(before, after)) await db.visitorLists.put(after)
  })
}

const isSame = (before: VisitorListRow, after: VisitorListRow) =>
  before.problem === after.problem &&
  before.total === after.total &&
  before.ahead === after.ahead &&
  after.answeredAt - before.answeredAt < visitorWatch.trueFor / 3

const nothingYet = (accountId: AccountId): VisitorListRow => ({
  accountId,
  answeredAt: 0,
  ahead: 0,
  total: null,
  problem: null,
})
