import type { AccountRow } from '../../core/db.ts'

/** Host and port of the account's server: what people call it. */
export const hostOf = (account: Pick<AccountRow, 'serverUrl'>): string => new URL(account.serverUrl).host

/** `ana@chat.example.org`: tells two sign-ins on one server apart. */
export const nameOf = (account: Pick<AccountRow, 'serverUrl' | 'username'>): string =>
  `${account.username}@${hostOf(account)}`
