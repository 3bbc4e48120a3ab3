import type { StoredEvent } from '#shared/contract/events.ts'
import { applyShown } from '#shared/domain/chat/apply-shown.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { View } from '../chat/view.ts'
import { clockTime, isolated, quoted } from './words.ts'

/** One thing that happened in the chat besides messages, in words. */
export function Line({ stored, view }: { readonly stored: StoredEvent; readonly view: View }) {
  const words = wordsFor(stored, view)
  return words && <p class="note">{words}</p>
}

function wordsFor({ actor, event }: StoredEvent, { visit, language, t }: View): string | null {
  switch (event.type) {
    case 'chat-requested':
      return event.description ? t('itIsAbout', { name: quoted(event.description) }) : null
    case 'agent-left':
      return t('agentLeft', { name: event.agent.name })
    case 'fallback-announced':
      // That it is closed is told with the place, as long as it is true.
      return event.reason === 'closed' ? null : t('nobodyFree')
    case 'inactivity-warned':
      // Once somebody has done something it is not true any more.
      return visit.now().events.reduce<Chat | undefined>(applyShown, undefined)?.endsAt === event.endsAt
        ? t('endsAt', { name: clockTime(event.endsAt, language) })
        : null
    case 'callback-requested':
      return t('calledBack', { name: isolated(event.callback.phone) })
    case 'message-left':
      return t('messageLeft', { name: isolated(event.email) })
    case 'answer-mailed':
      return t('answeredByMail', { name: actor.name })
    case 'chat-ended':
      return event.reason === 'inactivity' ? t('endedInactive') : null
    default:
      return null
  }
}
