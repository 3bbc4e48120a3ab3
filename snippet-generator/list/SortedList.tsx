import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ItemButtons } from './ItemButtons.tsx'
import { moved } from './moved.ts'
import { useIds } from './use-ids.ts'
import './SortedList.css'

interface SortedListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly nameOf: (item: Item) => string
  readonly onChange: (items: readonly Item[]) => void
  readonly content: (item: Item, replace: (next: Item) => void, index: number) => ComponentChildren
}

/** Things in an order that people choose: by buttons, or by Alt and the arrows up and down from anywhere in one of them. */
export function SortedList<Item>({ label, items, nameOf, onChange, content }: SortedListProps<Item>) {
  const list = useRef<HTMLOListElement>(null)
  const said = useSignal('')
  const { ids, move: moveId, remove: removeId } = useIds(items.length)
  const before = useRef(items.length)

  // Whatever was added is what people want to fill in next.
  useLayoutEffect(() => {
    const added = document.activeElement?.closest('[data-adds]') && items.length === before.current + 1
    before.current = items.length
    if (added) list.current?.lastElementChild?.querySelector<HTMLElement>('input, select, button')?.focus()
  })

  const move = (index: number, by: number) => {
    const item = items[index]
    const place = index + by
    if (item === undefined || place < 0 || place >= items.length) return
    const focused = document.activeElement
    moveId(index, by)
    onChange(moved(items, index, by))
    said.value = `${nameOf(item)} is now ${place + 1} of ${items.length}.`
    // Elements that change their place lose the keyboard.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus())
  }

  const remove = (index: number, item: Item) => {
    removeId(index)
    onChange(items.filter((_, place) => place !== index))
    said.value = `${nameOf(item)} is removed. Undo brings it back.`
    const { current } = list
    requestAnimationFrame(() => {
      const next = current?.children[Math.min(index, items.length - 2)] ?? current?.parentElement
      next?.querySelector<HTMLElement>('[data-removes], [data-adds] button')?.focus()
    })
  }

  return (
    <>
      <ol class="sorted" aria-label={label} ref={list}>
        {items.map((item, index) => (
          <li
            key={ids[index]}
            class="item"
            onKeyDown={(event) => {
              const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
              if (by === undefined || !event.altKey) return
              event.preventDefault()
              move(index, by)
            }}
          >
            <div class="item-head">
              <h3>
                <bdi>{nameOf(item)}</bdi>
              </h3>
              <ItemButtons
                name={nameOf(item)}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index, item)}
              />
            </div>
            {content(item, (next) => onChange(items.map((other, place) => (place === index ? next : other))), index)}
          </li>
        ))}
      </ol>
      <output class="for-readers">{said.value}</output>
    </>
  )
}
