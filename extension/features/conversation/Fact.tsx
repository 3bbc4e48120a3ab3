import type { Actor } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import { factWords } from '../../i18n/fact-words.ts'
import { timeOfDay } from '../../i18n/times.ts'

/** Something that happened in a chat and is no message. Nothing for an event that this version does not know. */
export function Fact({ stored, me }: { readonly stored: StoredEvent; readonly me: Actor }) {
  const words = factWords(stored, me)
  return words === null ? null : (
    <p class="fact">
      {words} · <time dateTime={new Date(stored.at).toISOString()}>{timeOfDay(stored.at)}</time>
    </p>
  )
}
