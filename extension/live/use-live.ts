import { useMemo, useRef } from 'preact/hooks'
import { liveSignal } from '../core/live-signal.ts'

/**
 * What a query of the database gives, followed for as long as the component is drawn; undefined until the first answer.
 * A query that changes with its inputs (a higher limit) keeps the old answer until the new one is there, so that nothing blinks:
 * give a component that may show another thing altogether a `key`.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[] = []): T | undefined {
  const latest = useRef<T | undefined>(undefined)
  const live = useMemo(() => liveSignal<T, undefined>(query, undefined), [...inputs])
  if (live.value !== undefined) latest.current = live.value
  return latest.current
}
