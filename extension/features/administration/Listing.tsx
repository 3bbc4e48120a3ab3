import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import './Listing.css'
import type { Place } from './use-place.ts'

interface Props<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** What is searched in. */
  readonly wordsOf: (item: T) => string
  /** Draws one as an `Item`. */
  readonly row: (item: T) => ComponentChildren
  readonly addLabel: string
  readonly place: Place
}

const t = texts.administration
/** From so many on one searches rather than looks. */
const many = 9

/** All of one kind, with a search where they are many, and the button that adds one. */
export function Listing<T>({ label, items, keyOf, wordsOf, row, addLabel, place }: Props<T>) {
  const [typed, setTyped] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const found = items.filter((item) => wordsOf(item).toLowerCase().includes(typed.trim().toLowerCase()))
  useEffect(() => {
    if (place.back === null) return
    const edited = root.current?.querySelector<HTMLElement>(`[data-edit="${CSS.escape(place.back)}"]`)
    ;(edited ?? root.current?.querySelector<HTMLElement>('[data-add]'))?.focus()
  }, [place.back, place.said])
  return (
    <div class="listing" ref={root}>
      {items.length >= many && <TextField type="search" label={t.search} value={typed} onValue={setTyped} />}
      <ul aria-label={label}>
        {found.map((item) => (
          <Fragment key={keyOf(item)}>{row(item)}</Fragment>
        ))}
      </ul>
      {!found.length && <p class="no-match">{t.noMatch}</p>}
      <Button icon="plus" data-add="" onClick={() => place.onOpen('new')}>
        {addLabel}
      </Button>
    </div>
  )
}
