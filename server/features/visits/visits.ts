import type { Transaction } from 'kysely'
import type { Page } from '#shared/contract/events.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Device, Place, VisitId, VisitState } from '#shared/contract/visits.ts'
import { seenOf, type Tab, tabAfter } from '../../domain/visits/seen.ts'
import type { Database } from '../../store/database.ts'
import { forgettableTransaction } from '../../store/forgettable-transaction.ts'
import type { Tables } from '../../store/tables.ts'
import { forgetOnline, lockOnline, type OnlineRow, storeArrival } from './online-visitor.ts'
import { readTabs, storeTabs } from './tabs.ts'

/** What a tab says of itself. */
export interface Report {
  readonly visitId: VisitId
  readonly page: Page
  readonly referrer: string
  readonly state: VisitState
  readonly language: string
}

/** What is found out about a visitor when they arrive. */
export interface Circumstances {
  readonly place: Place | null
  readonly device: Device
}

/** Who comes back that soon, ms, has never left: the next page is loading, or a browser was started again. */
export const grace = 60_000
const sweptAtOnce = 200

export type Visits = ReturnType<typeof createVisits>

/** Who is on the sites: a lease for each tab, renewed by what it says (P3). Nothing of it goes into the log. */
export const createVisits = (db: Database) => ({
  /**
   * A tab says that it is there, or that its page is being left.
   * @param circumstances asked for once a visit
   * @param now ms since 1970
   */
  async report(visitor: ActorId, said: Report, circumstances: () => Circumstances, now: number): Promise<void> {
    await forgettableTransaction(db, async (tx) => {
      const known = await lockOnline(tx, db.kind, visitor)
      if (known && !isOver(known, now)) return follow(tx, known, said, now)
      if (known) await forgetOnline(tx, visitor)
      if (said.state === 'gone') return
      const arrival = arrivalOf(visitor, said, circumstances(), await isReturning(tx, visitor, now), now)
      await follow(tx, await storeArrival(tx, db.kind, arrival), said, now)
    })
  },

  /** What time alone has changed: tabs that went without a word, and visits that are over. To be called about every second. */
  async lapse(now: number): Promise<void> {
    for (;;) {
      const due = await db.query
        .selectFrom('online_visitor')
        .select('visitor_id')
        .where('look_at', '<=', now)
        .orderBy('look_at')
        .limit(sweptAtOnce)
        .execute()
      for (const { visitor_id } of due)
        await forgettableTransaction(db, (tx) => lapseOne(tx, db.kind, visitor_id as ActorId, now))
      if (due.length < sweptAtOnce) return
    }
  },
})

async function follow(tx: Transaction<Tables>, known: OnlineRow, said: Report, now: number) {
  const visitor = known.visitor_id as ActorId
  const tabs = await readTabs(tx, visitor)
  const before = tabs.find(({ id }) => id === said.visitId)
  if (said.state === 'gone') {
    // Overtaken by the next page of the same tab, it is about a page that nobody believes open any more.
    if (!before || before.page.url !== said.page.url) return
    const closed = tabs.map((tab) => (tab === before ? { ...tab, leaseUntil: now } : tab))
    return show(tx, visitor, await storeTabs(tx, visitor, closed, null, now), now)
  }
  const tab = tabAfter(before, { id: said.visitId, page: said.page, state: said.state }, now)
  await show(tx, visitor, await storeTabs(tx, visitor, tabs, tab, now), now)
}

async function lapseOne(tx: Transaction<Tables>, kind: Database['kind'], visitor: ActorId, now: number) {
  const known = await lockOnline(tx, kind, visitor)
  if (!known || known.look_at > now) return
  if (isOver(known, now)) return forgetOnline(tx, visitor)
  await show(tx, visitor, await storeTabs(tx, visitor, await readTabs(tx, visitor), null, now), now)
}

/** Brings the row that lists are made of up to date. */
async function show(tx: Transaction<Tables>, visitor: ActorId, tabs: readonly Tab[], now: number) {
  const seen = seenOf(tabs)
  const changed = seen
    ? {
        state: seen.state,
        page: JSON.stringify(seen.page),
        page_since: seen.pageSince,
        lease_until: seen.leaseUntil,
        look_at: seen.lookAt,
      }
    : { state: 'gone' as const, lease_until: now, look_at: now + grace }
  await tx.updateTable('online_visitor').set(changed).where('visitor_id', '=', visitor).execute()
}

/** Also when nobody has swept it: the server may have been down. */
const isOver = ({ lease_until }: OnlineRow, now: number) => lease_until + grace <= now

const arrivalOf = (
  visitor: ActorId,
  said: Report,
  { place, device }: Circumstances,
  returning: boolean,
  now: number,
) => ({
  visitor_id: visitor,
  state: 'active' as const,
  arrived_at: now,
  start_page: JSON.stringify(said.page),
  page: JSON.stringify(said.page),
  page_since: now,
  referrer: said.referrer,
  language: said.language,
  place: place && JSON.stringify(place),
  device: JSON.stringify(device),
  returned: returning ? 1 : 0,
  lease_until: now,
  look_at: now,
})

/** A first visit begins as soon as the visitor is known; the one before this was over for `grace` at least. */
async function isReturning(tx: Transaction<Tables>, visitor: ActorId, now: number): Promise<boolean> {
  const row = await tx.selectFrom('visitor').select('created_at').where('id', '=', visitor).executeTakeFirst()
  return row !== undefined && row.created_at <= now - grace
}
