import { useCallback, useRef } from 'preact/hooks'

/** A ref for an element at the end of what is drawn: calls when it comes within 400 px of sight. */
export function useNearEnd<E extends Element>(onNear: (() => void) | undefined) {
  const latest = useRef(onNear)
  latest.current = onNear
  const observer = useRef<IntersectionObserver | null>(null)
  return useCallback((element: E | null) => {
    observer.current?.disconnect()
    if (!element) return
    observer.current = new IntersectionObserver(
      (entries) => entries.some((e) => e.isIntersecting) && latest.current?.(),
      {
        rootMargin: '400px',
      },
    )
    observer.current.observe(element)
  }, [])
}
