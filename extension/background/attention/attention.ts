import { liveQuery } from 'dexie'
import { showBadge } from '../../platform/badge.ts'
import { ring } from '../../platform/sound.ts'
import { coalesce } from '../coalesce.ts'
import { alertsOf } from './alerts-of.ts'
import { badgeOf } from './badge-of.ts'
import { type Needs, readNeeds } from './needs.ts'
import { showAlerts } from './show-alerts.ts'

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
    const end = nextEnd(needs)
    if (end !== null) timer = setTimeout(looked, end - now)
    await Promise.all([showBadge(badgeOf(needs)), showAlerts(alertsOf(needs)), ring(rings(needs), needs.volume)])
  })
  const looked = () => look().catch((error) => console.error('Badge, notifications or ring failed', error))
  liveQuery(() => readNeeds(Date.now())).subscribe({ next: looked, error: console.error })
  return looked
}

/** A server that cannot be reached is not rung for: who knows whether anybody waits there still. */
function rings({ requests, accounts, volume }: Needs): boolean {
  const reached = new Set(accounts.filter(({ state }) => state !== 'offline').map(({ id }) => id))
  return volume > 0 && requests.some((row) => !row.silenced && reached.has(row.accountId))
}

/** When the first of the offers ends by itself, ms since 1970. */
function nextEnd({ requests }: Needs): number | null {
  const ends = requests.flatMap(({ offer }) => (offer?.answerBy ? [offer.answerBy] : []))
  return ends.length ? Math.min(...ends) : null
}
