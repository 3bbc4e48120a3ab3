import type { Log } from '../log/log.ts'
import type { Metrics } from './metrics.ts'

/** The same log, with every event that it stores counted once. */
export const countAppends = (log: Log, metrics: Metrics): Log => ({
  ...log,
  async append(...command) {
    const appended = await log.append(...command)
    if (!('refusal' in appended) && !appended.repeated) metrics.appended(appended.events)
    return appended
  },
})
