import type { RefCallback } from 'preact'
import { useCallback, useRef, useState } from 'preact/hooks'

/** Whether an element can be seen: what is drawn in a part of the page that is hidden just now cannot. Give the ref to it. */
export function useOnScreen<E extends Element>(): [RefCallback<E>, boolean] {
  const [isOnScreen, setOnScreen] = useState(true)
  const observer = useRef<IntersectionObserver | null>(null)
  const ref = useCallback((element: E | null) => {
    observer.current?.disconnect()
    if (!element) return
    observer.current = new IntersectionObserver((entries) => setOnScreen(entries.at(-1)?.isIntersecting ?? true))
    observer.current.observe(element)
  }, [])
  return [ref, isOnScreen]
}
