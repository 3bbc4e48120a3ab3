import type { Actor } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import { texts } from '../../i18n/texts.ts'
import { timeOfDay } from '../../i18n/times.ts'
import { isMe } from './log-entries.ts'

const t = texts.conversation

/** Something that happened in a chat and is no message. Nothing for an event that this version does not know. */
export function Fact({ stored, me }: { readonly stored: StoredEvent; readonly me: Actor }) {
  const words = wordsOf(stored, me)
  return words === null ? null : (
    <p class="fact">
      {words} · <time dateTime={new Date(stored.at).toISOString()}>{timeOfDay(stored.at)}</time>
    </p>
  )
}

function wordsOf({ event, actor }: StoredEvent, me: Actor): string | null {
  switch (event.type) {
    case 'chat-requested':
      return event.description
        ? t.requestedAbout(event.visitor.name, event.description)
        : t.requested(event.visitor.name)
    case 'chat-accepted':
      return isMe(event.agent, me) ? t.youAccepted : t.accepted(event.agent.name)
    case 'agent-left':
      return isMe(event.agent, me) ? t.youLeft : t.left(event.agent.name)
    case 'fallback-announced':
      return t.fallback(event.options.map((option) => t.otherWay[option]))
    case 'callback-requested':
      return t.callback(event.callback.phone)
    case 'message-left':
      return t.leftMessage(event.email, event.text)
    case 'answer-mailed':
      return t.mailed(event.text)
    case 'chat-ended':
      if (event.reason === 'inactivity') return t.endedQuiet
      if (event.outcome !== 'completed') return `${t.ended}: ${t.outcome[event.outcome]}`
      if (actor.kind === 'system') return t.ended
      return isMe(actor, me) ? t.youEnded : t.endedBy(actor.name)
    default:
      return null
  }
}
