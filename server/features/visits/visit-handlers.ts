import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'
import type { Handlers } from '../caller.ts'
import { createThrottle } from '../throttle.ts'
import { createVisitorCount } from './count-visitors.ts'
import { deviceOf } from './device-of.ts'
import type { PlaceOf } from './place-of.ts'
import { type ProposalParts, proposalHandlers } from './proposal-handlers.ts'
import { listVisitors, visitOf } from './visitor-list.ts'
import type { Visits } from './visits.ts'

export interface VisitParts extends ProposalParts {
  readonly visits: Visits
  readonly placeOf: PlaceOf
}

type Operations =
  | 'reportVisit'
  | 'listVisitors'
  | 'countVisitors'
  | 'getVisit'
  | 'startVisitorChat'
  | 'answerInvitation'

/** Visitors on the sites, and chats that agents begin with them. */
export function visitHandlers(parts: VisitParts): Handlers<Operations> {
  const { db, visits, placeOf } = parts
  const count = createVisitorCount(db)
  /** As much as twenty tabs say, and a page every second. */
  const perSession = createThrottle(120, 60)

  return {
    /** The address is asked for its country and not kept. */
    async reportVisit({ body }, { actor, session, address, userAgent, now }) {
      // A preview (G4) is no visit of a site.
      if (isOfPreview(actor.id)) return {}
      await perSession.count(session.tokenHash)
      const circumstances = () => ({ place: placeOf(address), device: deviceOf(userAgent) })
      await visits.report(actor.id, body, circumstances, now)
      return {}
    },

    listVisitors: async ({ query }, { now }) => ({ ...(await listVisitors(db, query, now)), now }),

    countVisitors: ({ query: { page } }, { now }) => count(now, page),

    getVisit: async ({ params: { visitorId } }, { now }) => ({ ...(await visitOf(db, visitorId, now)), now }),

    ...proposalHandlers(parts),
  }
}
