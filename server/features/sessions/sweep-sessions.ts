import type { TimerHandler } from '../../timers/timers.ts'
import type { Sessions } from './sessions.ts'

export const sweepSessionsTimer = 'sweep-sessions'
const day = 24 * 60 * 60 * 1000

/** Once a day, by one of all processes: sessions that have ended by themselves are deleted. */
export const sweepSessions =
  (sessions: Sessions): TimerHandler =>
  async (_, now) => {
    await sessions.deleteExpired(now)
    return now + day
  }
