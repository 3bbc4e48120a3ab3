import type { ObserveCall } from '../http/observed.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** One line and one count for each call of the API. Nothing that anybody wrote, and no address with an id in it. */
export const observeCall =
  (log: Log, metrics: Metrics): ObserveCall =>
  (call) => {
    metrics.call(call)
    const { requestId, operation, method, route, status, refusal, error } = call
    const line = {
      requestId,
      operation,
      method: method.slice(0, 20),
      route,
      status,
      ms: Math.round(call.duration * 10) / 10,
    }
    if (error !== null) log.error({ ...line, err: error }, 'request failed')
    else log.info(refusal ? { ...line, refusal } : line, refusal ? 'request refused' : 'request')
  }
