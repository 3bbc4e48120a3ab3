import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { neighbour } from './neighbour.ts'
import './Tabs.css'

type TabOf<Id extends string> = { readonly id: Id; readonly name: string; readonly content: () => ComponentChildren }

/** Tabs as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: one stop for the Tab key, arrows choose at once. */
export function Tabs<Id extends string>(parts: {
  label: string
  tabs: readonly TabOf<Id>[]
  selected: Id
  onSelect: (id: Id) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const ids = parts.tabs.map(({ id }) => id)

  const move = (event: KeyboardEvent) => {
    const row = list.current
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const next = neighbour(ids, parts.selected, event.key, getComputedStyle(row).direction)
    if (next === undefined) return
    event.preventDefault()
    parts.onSelect(next)
    row.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={parts.label} ref={list} onKeyDown={move}>
        {parts.tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={id === parts.selected}
            tabIndex={id === parts.selected ? 0 : -1}
            onClick={() => parts.onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {parts.tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that begins with text is a stop of its own
          tabIndex={0}
          hidden={id !== parts.selected}
        >
          {id === parts.selected && content()}
        </div>
      ))}
    </>
  )
}
