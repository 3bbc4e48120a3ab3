import type { Table } from 'dexie'
import { createApiClient } from '#shared/client/api-client.ts'
import { type AccountId, db } from '../../core/db.ts'
import { ofAccount } from '../../core/of-account.ts'

const answerWithin = 5_000

/** Signs out; chats, drafts and outbox stay. The server is told where it can be reached; the token is forgotten in any case. */
export async function signOut(accountId: AccountId, send: typeof fetch): Promise<void> {
  const account = await db.accounts.get(accountId)
  await db.accounts.update(accountId, { token: null, state: 'signed-out' })
  if (!account?.token) return
  const { token, serverUrl } = account
  const api = createApiClient(serverUrl, send, () => token)
  await api.signOut({}, { signal: AbortSignal.timeout(answerWithin) }).catch(() => {})
}

/** Signs out and deletes all that this browser holds of the account. */
export async function removeAccount(accountId: AccountId, send: typeof fetch): Promise<void> {
  await signOut(accountId, send)
  await db.transaction('rw', db.tables, async () => {
    await db.accounts.delete(accountId)
    for (const table of db.tables) await rowsOf(table, accountId).delete()
  })
}

/** By the key where the account comes first in it; the other tables are small. */
const rowsOf = (table: Table<{ readonly accountId?: AccountId }>, accountId: AccountId) =>
  [table.schema.primKey.keyPath].flat()[0] === 'accountId' && table.schema.primKey.compound
    ? ofAccount(table as Table<object, readonly [AccountId]>, accountId)
    : table.filter((row) => row.accountId === accountId)
