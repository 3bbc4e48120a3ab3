import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { agentsIn } from './agents-in.ts'
import { Composer } from './Composer.tsx'
import { Ended } from './Ended.tsx'
import { Icon } from './Icon.tsx'
import { LogEntry } from './LogEntry.tsx'
import { dayHere, timeline } from './timeline.ts'
import type { View } from './view.ts'

/** The log, and below it what can be done: write, or begin anew. */
export function Conversation({ view }: { view: View }) {
  const { visit, sender, others, waiting, t } = view
  const { events, ended } = visit.now()
  const entries = timeline(events, sender.pending(), others.receipts(), dayHere)
  const waits = !ended && !agentsIn(events).length
  const typing = others.typing()

  const log = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<number | null>(null)
  const toEnd = () => log.current?.scrollTo(0, log.current.scrollHeight)
  const mine = entries.findLast((entry) => entry.kind === 'message' && entry.mine)?.key
  // Whoever reads further up stays there; who is at the end, or has just written, sees the newest.
  useLayoutEffect(() => {
    if (seen === null) toEnd()
  }, [entries.length, typing, seen, ended])
  useLayoutEffect(toEnd, [mine])
  // Also when the panel is shown, the keyboard comes, or the composer grows.
  const following = useRef(true)
  following.current = seen === null
  useEffect(() => {
    const observer = new ResizeObserver(() => following.current && toEnd())
    if (log.current) observer.observe(log.current)
    return () => observer.disconnect()
  }, [])
  const news = seen === null ? 0 : events.filter(({ seq, actor }) => seq > seen && actor.kind !== 'visitor').length

  return (
    <>
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label={t('chat')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach
        tabIndex={0}
        ref={log}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          if (!clientHeight) return
          const atEnd = scrollHeight - scrollTop - clientHeight < 48
          setSeen((before) => (atEnd ? null : (before ?? events.at(-1)?.seq ?? 0)))
        }}
      >
        {entries.map((entry) => (
          <LogEntry key={entry.key} entry={entry} view={view} />
        ))}
        {waits && (
          <div class="note waiting">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {waiting?.place()?.open !== false && <p>{t('waiting')}</p>}
            {waiting && <waiting.Place view={view} />}
            <p class="hint">{t('waitingHint')}</p>
          </div>
        )}
        {typing && !ended && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t('typing', { name: typing })}
          </p>
        )}
      </div>
      {news > 0 && (
        <button type="button" class="news" onClick={toEnd}>
          {t('newMessages', { count: news })}
          <Icon of="down" />
        </button>
      )}
      {waiting && <waiting.Choices view={view} />}
      {ended && !waiting?.reopens() ? <Ended view={view} /> : <Composer view={view} />}
    </>
  )
}
