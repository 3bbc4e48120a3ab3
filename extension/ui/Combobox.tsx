import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import './Combobox.css'
import { describedBy, FieldNotes } from './FieldNotes.tsx'

interface Props {
  readonly label: string
  /** What the list of suggestions is called. */
  readonly listLabel: string
  readonly value: string
  /** Called with what is typed, and with what is picked. */
  readonly onValue: (value: string) => void
  /** What fits to what is typed. */
  readonly find: (typed: string) => readonly string[]
  /** More about a suggestion. */
  readonly detailOf: (suggestion: string) => string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** More would be no suggestions any more. */
const shown = 50

/** A field with suggestions, after the ARIA pattern: typing filters, arrows walk, Enter picks, Escape closes. */
export function Combobox({ label, listLabel, value, onValue, find, detailOf, hint, error }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  /** The suggestion that Enter picks; -1 while none is, null while the list is shut. */
  const [active, setActive] = useState<number | null>(null)
  const [isSearching, setSearching] = useState(false)
  const found = active === null ? [] : find(isSearching ? value : '').slice(0, shown)
  const isOpen = found.length > 0
  useLayoutEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])

  const open = (searching: boolean) => {
    setSearching(searching)
    setActive(-1)
  }
  const pick = (suggestion: string) => {
    onValue(suggestion)
    setActive(null)
  }
  const walk = (step: 1 | -1) => {
    if (active === null) return open(false)
    const next = (active + step + (active < 0 && step < 0 ? 1 : 0) + found.length) % found.length
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && isOpen && active !== null && active >= 0) pick(found[active] ?? value)
    else if (event.key === 'Escape' && isOpen) setActive(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <div class="anchor">
        <input
          {...describedBy({ id, hint, error })}
          id={id}
          class="input"
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          {...(isOpen && active !== null && active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
          value={value}
          onClick={() => open(false)}
          onKeyDown={onKeyDown}
          onBlur={() => setActive(null)}
          onInput={(event) => {
            onValue(event.currentTarget.value)
            open(true)
          }}
        />
        <div id={`${id}-list`} role="listbox" aria-label={listLabel} ref={list} hidden={!isOpen}>
          {found.map((suggestion, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            <div
              key={suggestion}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              // The field must not lose the focus before the click counts.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(suggestion)}
            >
              <span>{suggestion.replaceAll('_', ' ')}</span>
              <span class="detail">{detailOf(suggestion)}</span>
            </div>
          ))}
        </div>
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}
