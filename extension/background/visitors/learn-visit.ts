import type { ApiClient } from '#shared/client/api-client.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type AccountId, db } from '../../core/db.ts'
import { visitorWatch } from '../../core/visitor-watch.ts'

/**
 * Asks what is known of one visitor (A10) and keeps it. Several surfaces may ask: what was just answered is not asked again. Without
 * an answer what is kept grows old.
 * @param api nothing when the account is signed out
 */
export async function learnVisit(
  accountId: AccountId,
  visitorId: ActorId,
  api: Pick<ApiClient, 'getVisit'> | undefined,
): Promise<void> {
  const known = await db.visits.get([accountId, visitorId])
  if (!api || Date.now() - (known?.answeredAt ?? 0) < visitorWatch.askEvery) return
  const answer = await api.getVisit({ params: { visitorId } }).catch(() => null)
  if (!answer) return
  const { now, ...learnt } = answer
  const answeredAt = Date.now()
  await db.transaction('rw', db.visits, db.accounts, async () => {
    if (await db.accounts.get(accountId))
      await db.visits.put({ accountId, visitorId, ...learnt, ahead: answeredAt - now, answeredAt })
  })
}
