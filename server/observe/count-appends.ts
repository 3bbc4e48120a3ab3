import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'
import type { Log } from '../log/log.ts'
import type { Metrics } from './metrics.ts'

/** The same log, with every event that it stores counted once. */
export const countAppends = (log: Log, metrics: Metrics): Log => ({
  ...log,
  async append(...command) {
    const appended = await log.append(...command)
    // What is tried out in a preview (G4) is nobody's work.
    const counts = !('refusal' in appended || appended.repeated || isOfPreview(appended.chat?.visitor.id ?? ''))
    if (counts) metrics.appended(appended.events)
    return appended
  },
})
