import type { DeskbellEvents } from '../deskbell.d.ts'

export type Emit = <E extends keyof DeskbellEvents>(event: E, detail?: DeskbellEvents[E]) => void
type Listener = (detail?: unknown) => void

/** The host page's listeners. Each runs by itself: one that throws is the page's own error and stops nothing here (W33). */
export function createEvents() {
  let listeners: [event: string, listener: Listener][] = []
  const emit: Emit = (event, detail) => {
    for (const [name, listener] of listeners) if (name === event) queueMicrotask(() => listener(detail))
  }
  return {
    emit,
    on(event: string, listener: Listener) {
      listeners.push([event, listener])
      // Whoever can be heard finds us ready, however late.
      if (event === 'ready') queueMicrotask(() => listener())
    },
    off(event: string, listener: Listener) {
      listeners = listeners.filter(([name, other]) => name !== event || other !== listener)
    },
  }
}
