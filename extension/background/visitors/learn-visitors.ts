import { Dexie } from 'dexie'
import type { ApiClient } from '#shared/client/api-client.ts'
import { reasonOf } from '#shared/client/reason-of.ts'
import type { Api } from '#shared/contract/api.ts'
import type { ResponseOf } from '#shared/contract/route.ts'
import { type AccountId, db, type VisitorRow } from '../../core/db.ts'
import { noteVisitorList } from './note-visitor-list.ts'

/** What the server gives at once. */
const pageSize = 100

type Page = ResponseOf<Api['listVisitors']>
type Asked = Pick<ApiClient, 'listVisitors' | 'countVisitors'>

/** Where the turn through the older pages is: those who arrived before `arrivedAt` come next. */
interface Turn {
  readonly next: string
  readonly arrivedAt: number
  readonly seen: number
}

/**
 * Keeps an account's visitors in the database in step with the server (A3). Each call looks at the newest page and, when more are
 * wanted, at one of the older ones in turn: so what it costs does not grow with how far somebody has scrolled.
 * @returns asks once; `limit` is how many somebody wants to see, the newest arrivals first. A call during another is that one.
 */
export function learnVisitors(accountId: AccountId, api: Asked): (limit: number) => Promise<void> {
  let turn: Turn | null = null
  let asking: Promise<void> | null = null

  async function ask(limit: number) {
    try {
      const first = await api.listVisitors({ query: { limit: String(Math.min(limit, pageSize)) } })
      await keep(accountId, first, Number.POSITIVE_INFINITY)
      turn = limit > pageSize ? await goOn(turn ?? turnAfter(first, 0), limit) : null
      if (limit <= pageSize) await forgetBefore(accountId, first)
      const total = first.next === null ? null : await countAll(api)
      await noteVisitorList(accountId, { answeredAt: Date.now(), total, problem: null }, Date.now() - first.now)
    } catch (error) {
      await noteVisitorList(accountId, { problem: reasonOf(error).message })
    }
  }

  /** Looks at one older page, and gives where to go on: nothing at the end, to begin anew. */
  async function goOn(at: Turn | null, limit: number): Promise<Turn | null> {
    if (!at) return null
    const page = await api.listVisitors({ query: { limit: String(pageSize), before: at.next } })
    await keep(accountId, page, at.arrivedAt)
    const then = turnAfter(page, at.seen)
    if (then && then.seen < limit) return then
    await forgetBefore(accountId, page)
    return null
  }

  return (limit) => {
    asking ??= ask(limit).finally(() => {
      asking = null
    })
    return asking
  }
}

function turnAfter({ visitors, next }: Page, seen: number): Turn | null {
  const last = visitors.at(-1)
  return last && next !== null ? { next, arrivedAt: last.arrivedAt, seen: seen + visitors.length } : null
}

/** Puts a page in the place of what was known of the time that it covers. Writes only what is new: every write redraws. */
async function keep(accountId: AccountId, page: Page, before: number): Promise<void> {
  const rows = page.visitors.map(
    (seen): VisitorRow => ({ accountId, visitorId: seen.visitor.id, arrivedAt: seen.arrivedAt, seen }),
  )
  const listed = new Set(rows.map(({ visitorId }) => visitorId))
  const after = turnAfter(page, 0)?.arrivedAt ?? Dexie.minKey
  await db.transaction('rw', db.visitors, db.accounts, async () => {
    if (!(await db.accounts.get(accountId))) return
    await arrived(accountId, after, before)
      .filter(({ visitorId }) => !listed.has(visitorId))
      .delete()
    const known = await db.visitors.bulkGet(rows.map((row) => [accountId, row.visitorId]))
    await db.visitors.bulkPut(rows.filter(({ seen }, i) => JSON.stringify(seen) !== JSON.stringify(known[i]?.seen)))
  })
}

/** Those who arrived before a page's last are not looked at any more: nothing would keep them true. */
async function forgetBefore(accountId: AccountId, { visitors }: Page): Promise<void> {
  const last = visitors.at(-1)
  if (last) await arrived(accountId, Dexie.minKey, last.arrivedAt).delete()
}

/** Between two times, both excluded. */
const arrived = (accountId: AccountId, after: unknown, before: unknown) =>
  db.visitors.where('[accountId+arrivedAt]').between([accountId, after], [accountId, before], false, false)

async function countAll(api: Asked): Promise<number> {
  const { active, away } = await api.countVisitors({ query: {} })
  return active + away
}
