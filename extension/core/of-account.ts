import type { Collection, Table } from 'dexie'
import type { AccountId } from './db.ts'

/** All rows of one account: it comes first in the table's primary key. Compound keys sort an array after every string. */
export function ofAccount<Row, Key extends readonly [AccountId, ...unknown[]]>(
  table: Table<Row, Key>,
  accountId: AccountId,
): Collection<Row, Key> {
  return table.where(':id').between([accountId], [accountId, []])
}
