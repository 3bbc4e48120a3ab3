import { type AccountId, type AccountRow, db } from '../../core/db.ts'

/**
 * Changes an account, but not over a sign-out or a newer session: then whoever holds this token speaks for nobody.
 * @param token of the session that this was learned with
 */
export async function noteAccount(accountId: AccountId, token: string, change: Partial<AccountRow>): Promise<void> {
  await db.accounts
    .where({ id: accountId })
    .and((row) => row.token === token)
    .modify(change)
}
