import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { TimerHandler } from '../../timers/timers.ts'
import { eraseChatsOf, eraseChatsTimer } from './erase-visitor.ts'
import { sweepVisitors, sweepVisitorsTimer } from './sweep-visitors.ts'

export const privacyTimers = (db: Database, log: Pick<Log, 'append'>): Record<string, TimerHandler> => ({
  [eraseChatsTimer]: async ({ key }) => {
    await eraseChatsOf(db, log, key)
    return null
  },
  [sweepVisitorsTimer]: sweepVisitors(db),
})
