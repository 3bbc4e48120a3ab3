import { computed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { ActorId } from '#shared/contract/ids.ts'
import { type AccountId, db, type VisitRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { visitorWatch } from '../../core/visitor-watch.ts'
import { clock } from '../../live/clock.ts'
import { useLive } from '../../live/use-live.ts'

/**
 * What is known of a visitor as it is now (A10), asked for again and again while this page is visible; nothing while nobody knows.
 * @param wanted whether anybody looks at it
 */
export function useVisit(accountId: AccountId, visitorId: ActorId, wanted: boolean): VisitRow | null {
  useEffect(() => {
    if (!wanted) return
    const ask = () => {
      if (document.visibilityState === 'visible') command('learn-visit', { accountId, visitorId }).catch(() => {})
    }
    const timer = setInterval(ask, visitorWatch.renewEvery)
    document.addEventListener('visibilitychange', ask)
    ask()
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [accountId, visitorId, wanted])

  const row = useLive(() => db.visits.get([accountId, visitorId]), [accountId, visitorId])
  const answeredAt = row?.answeredAt ?? 0
  const isTrue = useMemo(() => computed(() => clock.value - answeredAt < visitorWatch.trueFor), [answeredAt])
  return row && isTrue.value ? row : null
}
