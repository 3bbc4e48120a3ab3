import type { Selectable, Transaction } from 'kysely'
import type { ActorId } from '#shared/contract/ids.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import type { Tab } from '../../domain/visits/seen.ts'
import type { Tables, VisitTable } from '../../store/tables.ts'

/** More tabs than anybody looks at; of more, those that said something last count. */
const tabsOfOne = 20

/** All tabs of a visitor, those whose lease has ended too. */
export async function readTabs(tx: Transaction<Tables>, visitor: ActorId): Promise<Tab[]> {
  const rows = await tx.selectFrom('visit').selectAll().where('visitor_id', '=', visitor).execute()
  return rows.map(tabOf)
}

/** Stores what changed among a visitor's tabs: `said` is the one that said something. Gives those that are left. */
export async function storeTabs(
  tx: Transaction<Tables>,
  visitor: ActorId,
  before: readonly Tab[],
  said: Tab | null,
  now: number,
): Promise<Tab[]> {
  const others = before.filter(({ id, leaseUntil }) => id !== said?.id && leaseUntil > now)
  const newest = others.toSorted((a, b) => b.leaseUntil - a.leaseUntil).slice(0, tabsOfOne - 1)
  const left = said ? [...newest, said] : others
  const over = before.filter(({ id }) => !left.some((tab) => tab.id === id)).map(({ id }) => id)
  if (over.length) await tx.deleteFrom('visit').where('visitor_id', '=', visitor).where('id', 'in', over).execute()
  if (said) await storeTab(tx, visitor, said)
  return left
}

async function storeTab(tx: Transaction<Tables>, visitor: ActorId, tab: Tab) {
  const row = {
    state: tab.state,
    page: JSON.stringify(tab.page),
    page_since: tab.pageSince,
    shown_at: tab.shownAt,
    lease_until: tab.leaseUntil,
  }
  await tx
    .insertInto('visit')
    .values({ visitor_id: visitor, id: tab.id, ...row })
    .onConflict((on) => on.columns(['visitor_id', 'id']).doUpdateSet(row))
    .execute()
}

const tabOf = (row: Selectable<VisitTable>): Tab => ({
  id: row.id as VisitId,
  state: row.state,
  page: JSON.parse(row.page),
  pageSince: row.page_since,
  shownAt: row.shown_at,
  leaseUntil: row.lease_until,
})
