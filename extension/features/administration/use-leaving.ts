import { useEffect, useRef, useState } from 'preact/hooks'

/** Stands between a form with changes and whatever would end it. */
export interface Leaving {
  /** The form says whether something would be lost. */
  readonly hold: (isDirty: boolean) => void
  /** Does it at once, or asks first when something would be lost. */
  readonly attempt: (act: () => void) => void
  readonly isAsking: boolean
  readonly leave: () => void
  /** Goes back to where the person was. */
  readonly stay: () => void
}

export function useLeaving(): Leaving {
  const isDirty = useRef(false)
  const [asked, setAsked] = useState<{ readonly act: () => void; readonly from: Element | null } | null>(null)

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault()
    }
    addEventListener('beforeunload', onUnload)
    return () => removeEventListener('beforeunload', onUnload)
  }, [])

  return {
    hold(dirty) {
      isDirty.current = dirty
    },
    attempt(act) {
      if (isDirty.current) setAsked((now) => ({ act, from: now?.from ?? document.activeElement }))
      else act()
    },
    isAsking: asked !== null,
    leave() {
      isDirty.current = false
      setAsked(null)
      asked?.act()
    },
    stay() {
      setAsked(null)
      if (asked?.from instanceof HTMLElement) asked.from.focus()
    },
  }
}
