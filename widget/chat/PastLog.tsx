import type { StoredEvent } from '#shared/contract/events.ts'
import { LogEntry } from './LogEntry.tsx'
import { dayHere, timeline } from './timeline.ts'
import type { View } from './view.ts'

/** What was said in another chat than the current one, to be read again (W13). How far each message got is of no interest any more. */
export const PastLog = ({ events, view }: { events: readonly StoredEvent[]; view: View }) => (
  <section
    class="log"
    aria-label={view.t('chat')}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach
    tabIndex={0}
  >
    {timeline(events, [], [], dayHere).map((entry) => (
      <LogEntry key={entry.key} entry={entry.kind === 'message' ? { ...entry, state: null } : entry} view={view} />
    ))}
  </section>
)
