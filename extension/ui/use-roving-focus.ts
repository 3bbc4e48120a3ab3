import type { RefObject } from 'preact'

interface Options {
  /** Selector of what can have the focus. */
  readonly items: string
  /** `inline` for rows of things (left and right, turned round in right-to-left), `block` for lists (up and down). */
  readonly axis: 'inline' | 'block'
  readonly onMove?: (item: HTMLElement) => void
}

/** A key handler that moves the focus among the items of a container: arrows, Home and End (ARIA roving tabindex). */
export function useRovingFocus(container: RefObject<HTMLElement | null>, { items, axis, onMove }: Options) {
  return (event: KeyboardEvent) => {
    const all = [...(container.current?.querySelectorAll<HTMLElement>(items) ?? [])]
    const here = all.indexOf(document.activeElement as HTMLElement)
    const step = stepOf(event, axis)
    if (step === null || here < 0) return
    const next = all.at(typeof step === 'number' ? (here + step) % all.length : step === 'first' ? 0 : -1)
    if (!next) return
    event.preventDefault()
    next.focus()
    onMove?.(next)
  }
}

function stepOf(event: KeyboardEvent, axis: Options['axis']): number | 'first' | 'last' | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  if (event.key === 'Home') return 'first'
  if (event.key === 'End') return 'last'
  const turned = axis === 'inline' && getComputedStyle(event.currentTarget as Element).direction === 'rtl'
  const [before, after] =
    axis === 'block' ? ['ArrowUp', 'ArrowDown'] : turned ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
  if (event.key === before) return -1
  return event.key === after ? 1 : null
}
