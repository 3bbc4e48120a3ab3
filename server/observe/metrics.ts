import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ObservedCall } from '../http/observed.ts'
import type { EngineStats } from '../realtime/engine/stats.ts'

export type Metrics = ReturnType<typeof createMetrics>

/** What /metrics tells. Labels have few values each: never an id, a name or an address. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const labelNames = ['route', 'method', 'status'] as const
  const requests = new Histogram({
    name: 'deskbell_http_request_duration_seconds',
    help: 'Requests to the API and how long they took',
    labelNames,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const commands = counter('deskbell_operations_total', 'Operations carried out', ['operation'])
  const refusals = counter('deskbell_refusals_total', 'Requests refused', ['code'])
  const events = counter('deskbell_events_appended_total', 'Events appended to the log', ['type'])
  const failures = counter('deskbell_reaction_failures_total', 'Reactions that failed and will be tried again', [
    'reaction',
  ])

  function counter<Label extends string>(name: string, help: string, labels: Label[]) {
    return new Counter({ name, help, labelNames: labels, registers })
  }

  return {
    registry,
    call({ operation, method, route, status, refusal, duration }: ObservedCall) {
      requests.observe({ route, method: knownMethod(method), status }, duration / 1000)
      if (refusal) refusals.inc({ code: refusal })
      else if (operation) commands.inc({ operation })
    },
    appended(stored: readonly StoredEvent[]) {
      for (const { event } of stored) events.inc({ type: event.type })
    },
    reactionFailed: (reaction: string) => failures.inc({ reaction }),

    /** Reads the engine in this process whenever somebody asks for the metrics. */
    watchRealtime(stats: () => EngineStats) {
      for (const key of Object.keys(stats()) as (keyof EngineStats)[]) {
        const name = `deskbell_realtime_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
        const help = `Realtime engine: ${key}`
        const collect = function (this: Gauge) {
          this.set(stats()[key])
        }
        new Gauge({ name, help, registers, collect })
      }
    },
  }
}

/** Anybody can make up a method; a label must not grow with it. */
const knownMethod = (method: string) => (methods.has(method) ? method : 'other')
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
