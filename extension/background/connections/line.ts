import { backoff } from '#shared/client/backoff.ts'
import type { AccountState } from '../../core/db.ts'
import { createAlarmClock } from './alarm-clock.ts'
import type { Wire } from './wire.ts'

export interface LineParts {
  readonly open: (lost: () => void) => Promise<Wire>
  readonly catchUp: () => Promise<void>
  /** The line is up and has caught up. */
  readonly up: () => Promise<unknown>
  readonly note: (state: Exclude<AccountState, 'signed-out'>) => Promise<unknown>
  readonly random: () => number
  readonly stopped: AbortSignal
}

export interface Line {
  /** Tries at once when it is down. Resolves when that was tried. */
  ensure(): Promise<void>
  /** Catches up over a wire that is up, for a push may have been lost (S4); one over which that fails is replaced. */
  check(): Promise<void>
  /** Whether pushes can arrive just now. */
  isUp(): boolean
}

/** Keeps a wire up: a broken one is replaced at once, a failed try is repeated with growing delay. */
export function createLine({ open, catchUp, up, note, random, stopped }: LineParts): Line {
  const retryIn = createAlarmClock(ensure, stopped)
  let wire: Wire | null = null
  let attempts = 0
  let trying: Promise<void> | null = null

  async function connect() {
    try {
      const fresh = await open(lost)
      wire = fresh
      if (stopped.aborted) return drop()
      await catchUp()
      if (wire !== fresh) throw new Error('The connection was lost again')
      attempts = 0
      await note('online')
      await up()
    } catch (error) {
      await failed(error)
    }
  }

  async function failed(error: unknown) {
    drop()
    attempts += 1
    await note('offline')
    if (!stopped.aborted) console.warn('No connection:', error instanceof Error ? error.message : error)
    retryIn(backoff(attempts, random()))
  }

  function lost() {
    wire = null
    // While a try is running, that one fails and counts.
    if (!trying) note('connecting').then(ensure, ensure)
  }

  function drop() {
    wire?.close()
    wire = null
  }

  async function ensure() {
    if (!wire && !stopped.aborted) {
      trying ??= connect().finally(() => {
        trying = null
      })
    }
    await trying
  }

  async function check() {
    await ensure()
    const checked = wire
    if (checked) await catchUp().catch((error) => (wire === checked ? failed(error) : undefined))
  }

  stopped.addEventListener('abort', drop)
  return { ensure, check, isUp: () => wire !== null }
}
