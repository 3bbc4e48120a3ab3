import { type AgentPresence, presenceLease } from '#shared/contract/presence.ts'
import { coalesce } from '../coalesce.ts'

export interface LeaseParts {
  /** Tells the server that somebody is there; gives how the agent is seen from now on. */
  readonly renew: (idle: boolean) => Promise<AgentPresence>
  readonly isIdle: () => Promise<boolean>
  /** Whether a request would be heard here: nobody is rung over a line that is down. */
  readonly isReachable: () => boolean
  readonly note: (presence: AgentPresence) => Promise<unknown>
  readonly stopped: AbortSignal
}

/**
 * Says every `renewEvery` that the agent is there, for as long as this background lives and the line is up (P2, R11). What
 * failed is not repeated: the next one says the same.
 * @returns says it at once: the line has come up, or idleness has changed
 */
export function keepLease({ renew, isIdle, isReachable, note, stopped }: LeaseParts): () => Promise<void> {
  const sayNow = coalesce(async () => {
    if (stopped.aborted || !isReachable()) return
    try {
      const presence = await renew(await isIdle())
      if (!stopped.aborted) await note(presence)
    } catch (error) {
      console.warn('Presence was not renewed:', error instanceof Error ? error.message : error)
    }
  })
  const timer = setInterval(sayNow, presenceLease.renewEvery)
  stopped.addEventListener('abort', () => clearInterval(timer))
  return sayNow
}
