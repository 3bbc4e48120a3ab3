import { texts } from '../../i18n/texts.ts'
import { groups } from '../../live/groups.ts'
import type { WaitingRequest } from './use-waiting.ts'

/** What the visitor is told of their place (R13), and of which group it is, where there are several. Nothing for a colleague. */
export function QueuePlace({ request: { row, place } }: { readonly request: WaitingRequest }) {
  if (place === null) return null
  const { group } = row.chat
  return (
    <span class="queue-place">
      {group && groups.value.size > 1 && (
        <>
          <bdi>{group.name}</bdi> ·{' '}
        </>
      )}
      {texts.attention.queue.place(place)}
    </span>
  )
}
