import type { Publisher } from '../../realtime/publisher.ts'
import { RealtimeRefusal } from '../../realtime/realtime-refusal.ts'
import type { TimerHandler } from '../../timers/timers.ts'

/** Keyed by the session that ended. */
export const endSocketsTimer = 'end-sockets'

/**
 * Ends the sockets that an ended session signed in at an engine elsewhere. An engine that cannot be reached is asked again; one
 * that refuses will always do so, and then its own settings have to keep strangers out.
 */
export const endSockets =
  (publisher: Pick<Publisher, 'terminateUser'>): TimerHandler =>
  async ({ key }) => {
    await publisher.terminateUser(key).catch((error: unknown) => {
      if (!(error instanceof RealtimeRefusal && error.code === 'refused')) throw error
    })
    return null
  }
