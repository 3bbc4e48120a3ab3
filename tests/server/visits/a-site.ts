import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Device, OnlineVisitor, Place, VisitId, VisitState } from '#shared/contract/visits.ts'
import { listVisitors } from '../../../server/features/visits/visitor-list.ts'
import { createVisits, type Report } from '../../../server/features/visits/visits.ts'
import type { Database } from '../../../server/store/database.ts'

export const aTab = () => randomUUID() as VisitId
export const pageAt = (path: string) => ({ url: `https://shop.example${path}`, title: path })
const device: Device = { browser: 'Firefox', os: 'Linux', kind: 'desktop' }

/** Who is on the sites, with a clock that the test holds. */
export function aSite(db: Database, clock: { now: number }) {
  const visits = createVisits(db)
  return {
    clock,
    visits,
    async visitor(name = 'Vera'): Promise<Actor> {
      const id = randomUUID() as string as ActorId
      await db.query.insertInto('visitor').values({ id, name, created_at: clock.now }).execute()
      return { kind: 'visitor', id, name }
    },
    /** A tab says something. */
    says(
      visitor: Actor,
      tab: VisitId,
      state: VisitState,
      more: Partial<Report> & { path?: string; place?: Place } = {},
    ) {
      const { path = '/', place = { country: 'DE' }, ...rest } = more
      const report: Report = { visitId: tab, page: pageAt(path), referrer: '', state, language: 'en', ...rest }
      return visits.report(visitor.id, report, () => ({ place, device }), clock.now)
    },
    lapse: () => visits.lapse(clock.now),
    list: async (asked: { limit?: number; before?: string } = {}) =>
      listVisitors(db, { limit: 50, ...asked }, clock.now),
    async find(visitor: Actor): Promise<OnlineVisitor | undefined> {
      const { visitors } = await listVisitors(db, { limit: 100 }, clock.now)
      return visitors.find((one) => one.visitor.id === visitor.id)
    },
  }
}
