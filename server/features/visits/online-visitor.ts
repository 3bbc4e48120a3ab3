import type { Insertable, Selectable, Transaction } from 'kysely'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { OnlineVisitorTable, Tables } from '../../store/tables.ts'

export type OnlineRow = Selectable<OnlineVisitorTable>

/** Reads the row of a visitor and locks it until the transaction ends; SQLite has one writer at a time anyway. */
export async function lockOnline(
  tx: Transaction<Tables>,
  kind: Database['kind'],
  visitor: ActorId,
): Promise<OnlineRow | undefined> {
  const row = tx.selectFrom('online_visitor').selectAll().where('visitor_id', '=', visitor)
  return (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst()
}

/** Stores an arrival; gives the row, which may be that of another tab that was first. */
export async function storeArrival(
  tx: Transaction<Tables>,
  kind: Database['kind'],
  row: Insertable<OnlineVisitorTable>,
): Promise<OnlineRow> {
  await tx
    .insertInto('online_visitor')
    .values(row)
    .onConflict((on) => on.column('visitor_id').doNothing())
    .execute()
  const stored = await lockOnline(tx, kind, row.visitor_id as ActorId)
  if (!stored) throw new Error('A visit was swept while it began.')
  return stored
}

export async function forgetOnline(tx: Transaction<Tables>, visitor: ActorId) {
  await tx.deleteFrom('visit').where('visitor_id', '=', visitor).execute()
  await tx.deleteFrom('online_visitor').where('visitor_id', '=', visitor).execute()
}
