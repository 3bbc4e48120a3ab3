import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import './Menu.css'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  /** What the menu is called. */
  readonly label: string
  /** What the button shows and is called. */
  readonly button: ComponentChildren
  readonly onOpen?: () => void
  /** What went wrong with the last choice, said below the items. */
  readonly problem?: string | undefined
  /** The items: `MenuItem` and `MenuChoice`, in groups perhaps. `close` gives the focus back to the button. */
  readonly children: (close: () => void) => ComponentChildren
}

/** A button with a menu after the ARIA pattern: arrows walk, Escape and a click elsewhere close. */
export function Menu({ label, button, onOpen, problem, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const walk = useRovingFocus(menu, { items: '[role^=menuitem]', axis: 'block' })

  useLayoutEffect(() => {
    if (!isOpen) return
    const first = menu.current?.querySelector<HTMLElement>('[role^=menuitem]')
    // In a menu of choices the one that holds; in one of many things its beginning.
    const chosen = first?.role === 'menuitemradio' && menu.current?.querySelector<HTMLElement>('[aria-checked=true]')
    ;(chosen || first)?.focus()
    const leave = ({ target }: Event) => {
      if (!root.current?.contains(target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])

  const open = () => {
    setOpen(true)
    onOpen?.()
  }
  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else walk(event)
  }
  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        class="button quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open()
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div class="sheet">
          <div role="menu" aria-label={label} tabIndex={-1} ref={menu} onKeyDown={onKeyDown}>
            {children(close)}
          </div>
          {problem && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
