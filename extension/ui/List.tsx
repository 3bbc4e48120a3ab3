import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import './List.css'
import { useNearEnd } from './use-near-end.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Draws one item; gives its main control the `tabIndex` and the attribute `data-row`. */
  readonly row: (item: T, tabIndex: 0 | -1) => ComponentChildren
  /** The item that Tab reaches first; else the first one. */
  readonly current?: string | null
  /** The end came near: show more, if there is more. */
  readonly onNearEnd?: () => void
}

/** A list of which Tab sees one row and the arrows the others, and which asks for more when its end comes near. */
export function List<T>({ label, items, keyOf, row, current, onNearEnd }: Props<T>) {
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = useRovingFocus(list, { items: '[data-row]', axis: 'block' })
  const end = useNearEnd<HTMLLIElement>(onNearEnd)
  const reached = items.some((item) => keyOf(item) === current) ? current : items[0] && keyOf(items[0])
  return (
    <ul class="list" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <li key={keyOf(item)}>{row(item, keyOf(item) === reached ? 0 : -1)}</li>
      ))}
      {onNearEnd && <li class="end" aria-hidden="true" ref={end} />}
    </ul>
  )
}
