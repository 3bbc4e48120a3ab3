import { useRef } from 'preact/hooks'
import { moved } from './moved.ts'

/**
 * Names for the things of a list that have none, so that what is written and unfolded in one goes with it when it moves.
 * A list that changed from outside (undo, import) keeps the names of the places that are left.
 */
export function useIds(count: number) {
  const next = useRef(0)
  const ids = useRef<readonly number[]>([])
  while (ids.current.length < count) ids.current = [...ids.current, next.current++]
  ids.current = ids.current.slice(0, count)
  return {
    ids: ids.current,
    move: (from: number, by: number) => {
      ids.current = moved(ids.current, from, by)
    },
    remove: (index: number) => {
      ids.current = ids.current.filter((_, place) => place !== index)
    },
  }
}
