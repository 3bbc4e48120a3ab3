import { type ReadonlySignal, signal } from '@preact/signals'
import { liveQuery, type Subscription } from 'dexie'

/**
 * A signal that follows a Dexie query: it runs again when any context writes what it read. It asks the database only while
 * something watches the signal, so it needs no disposal.
 * @param initial its value before the first answer: `undefined` tells loading from empty
 */
export function liveSignal<T, I = T>(query: () => Promise<T>, initial: I): ReadonlySignal<T | I> {
  let subscription: Subscription | undefined
  const value = signal<T | I>(initial, {
    watched() {
      subscription = liveQuery(query).subscribe({
        next: (rows) => {
          value.value = rows
        },
        error: (error) => console.error('A live query failed', error),
      })
    },
    unwatched: () => subscription?.unsubscribe(),
  })
  return value
}
