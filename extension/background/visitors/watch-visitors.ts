import { visitorWatch } from '../../core/visitor-watch.ts'

/** A surface shows this many visitors, or says that it shows none any more: 0. */
export interface Look {
  readonly surfaceId: string
  readonly limit: number
}

/**
 * Asks for visitors while somebody looks at them, and never otherwise: one asker, however many surfaces show the list (A3, A43). A
 * surface repeats its word; so the asking stops after one that was killed, and goes on after the death of this background.
 * @param ask asks once, for as many as the surface with the most shows
 */
export function watchVisitors(ask: (limit: number) => unknown): (look: Look) => void {
  const looks = new Map<string, { limit: number; until: number }>()
  let timer: ReturnType<typeof setInterval> | undefined

  const wanted = () => {
    for (const [surfaceId, { until }] of looks) if (until <= Date.now()) looks.delete(surfaceId)
    return Math.max(0, ...[...looks.values()].map(({ limit }) => limit))
  }
  const tick = () => {
    const limit = wanted()
    if (limit > 0) return ask(limit)
    clearInterval(timer)
    timer = undefined
  }

  return ({ surfaceId, limit }) => {
    const before = looks.get(surfaceId)?.limit
    if (limit > 0) looks.set(surfaceId, { limit, until: Date.now() + visitorWatch.lasts })
    else looks.delete(surfaceId)
    timer ??= setInterval(tick, visitorWatch.askEvery)
    // What is new is shown at once, not with the next turn.
    if (limit !== before) tick()
  }
}
