import { db } from '../../core/db.ts'
import { useLive } from '../../live/use-live.ts'

/** All accounts in their order; undefined while the database opens. */
export const useAccounts = () => useLive(() => db.accounts.orderBy('order').toArray())
