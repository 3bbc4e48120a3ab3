import { refused } from '../../domain/refused.ts'
import type { Handlers } from '../caller.ts'
import { countPlace, createThrottle } from '../throttle.ts'
import { type CheckParts, checkSite } from './check-site.ts'

const quarterOfAnHour = 15 * 60
/** Each has a thread of its own while it reads. */
const mostAtOnce = 2

/**
 * **Check my site** is for anybody who has the generator open: who pastes a snippet has no account here. What comes back is
 * a verdict and never the page, of public addresses alone; and so few in a time that nobody is troubled through us.
 */
export function siteCheckHandlers(parts: CheckParts): Handlers<'checkSite'> {
  const perPlace = createThrottle(20, quarterOfAnHour)
  const altogether = createThrottle(200, quarterOfAnHour)
  let running = 0
  return {
    async checkSite({ body }, { address }) {
      await countPlace(perPlace, address)
      await altogether.count('all')
      if (running >= mostAtOnce)
        throw refused('too-many-requests', 'Other pages are being checked just now. Try again in a moment.', {
          retryAfter: 5,
        })
      running++
      try {
        return await checkSite(body.page, new URL(body.server).origin, parts)
      } finally {
        running--
      }
    },
  }
}
