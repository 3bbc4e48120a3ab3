import { liveQuery } from 'dexie'
import { knowAllOf } from '../../core/monitor.ts'
import { showBadge } from '../../platform/badge.ts'
import { ring } from '../../platform/sound.ts'
import { coalesce } from '../coalesce.ts'
import { alertsOf } from './alerts-of.ts'
import { badgeOf } from './badge-of.ts'
import { keyOf, type Needs, readNeeds } from './needs.ts'
import { showAlerts } from './show-alerts.ts'

/** A browser's timer takes no more than 24 days; the background is woken every half minute anyway. In ms. */
const longest = 60_000

/**
 * Badge, notifications and ring, all from the database and nothing else: after the worker's death the same follows again.
 * Gives a function that looks once more, for what changes by time alone (a surface that died while it showed a chat).
 */
export function payAttention(): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = coalesce(async () => {
    const now = Date.now()
    const needs = await readNeeds(now)
    clearTimeout(timer)
    // An offer that ends rings no longer, also when nobody can tell.
    if (needs.changesAt < Number.POSITIVE_INFINITY) timer = setTimeout(looked, Math.min(needs.changesAt - now, longest))
    const alerts = alertsOf(needs)
    await Promise.all([showBadge(badgeOf(needs)), showAlerts(alerts), ring(rings(needs), needs)])
    // What is on the screen is seen; what happens while nobody is to be disturbed does not come in a storm when that is over.
    await knowAllOf((monitor) => needs.quiet !== null || needs.onScreen.has(keyOf(monitor)))
  })
  const looked = () => look().catch((error) => console.error('Badge, notifications or ring failed', error))
  liveQuery(() => readNeeds(Date.now())).subscribe({ next: looked, error: console.error })
  return looked
}

/** A server that cannot be reached is not rung for: who knows whether anybody waits there still. */
function rings({ requests, accounts, volume, quiet }: Needs): boolean {
  if (quiet) return false
  const reached = new Set(accounts.filter(({ state }) => state !== 'offline').map(({ id }) => id))
  return volume > 0 && requests.some((row) => !row.silenced && reached.has(row.accountId))
}
