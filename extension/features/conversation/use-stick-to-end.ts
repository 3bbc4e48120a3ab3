import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Ends {
  readonly first: string | undefined
  readonly last: string | undefined
  /** The newest thing is one's own: whoever sends wants to see it. */
  readonly lastIsMine: boolean
}

const nearEnd = 24

/**
 * Keeps a scrolling log where the reader is: at its end when they were there, else in place, also when earlier things come in above.
 * Gives the log's props, whether something new is out of sight, and the way there.
 */
export function useStickToEnd({ first, last, lastIsMine }: Ends) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const before = useRef<{ first: string | undefined; last: string | undefined; height: number }>({
    first,
    last: undefined,
    height: 0,
  })
  const [hasNew, setHasNew] = useState(false)

  const toEnd = () => {
    atEnd.current = true
    setHasNew(false)
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    const { first: oldFirst, last: oldLast, height } = before.current
    if (atEnd.current || (last !== oldLast && lastIsMine)) toEnd()
    else if (first !== oldFirst) element.scrollTop += element.scrollHeight - height
    else if (last !== oldLast) setHasNew(true)
    before.current = { first, last, height: element.scrollHeight }
  })

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    // The composer grows, the window shrinks, a banner comes: the end stays in sight.
    const observer = new ResizeObserver(() => atEnd.current && toEnd())
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const onScroll = () => {
    const element = log.current
    if (!element) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (atEnd.current) setHasNew(false)
  }
  return { log, onScroll, hasNew, toEnd }
}
