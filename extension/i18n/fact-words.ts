import type { Actor } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import { texts } from './texts.ts'
import { visitorName } from './visitor-name.ts'

const t = texts.conversation
const c = texts.team
const a = texts.attention.facts
const j = texts.joining
const v = texts.visitors
const p = texts.privacy

/** What happened, for those who were not there; nothing for a message, or an event that this version does not know. */
export function factWords({ event, actor }: StoredEvent, me: Actor): string | null {
  switch (event.type) {
    case 'chat-requested':
      if (event.to) return isSame(event.visitor, me) ? c.youAsked(event.to.name) : c.asked(event.visitor.name)
      return event.description
        ? t.requestedAbout(visitorName(event.visitor), event.description)
        : t.requested(visitorName(event.visitor))
    case 'chat-proposed':
      return isSame(event.agent, me) ? v.youBegan : v.began(event.agent.name)
    case 'invitation-accepted':
      return v.accepted(visitorName(actor))
    case 'chat-accepted':
      return isSame(event.agent, me) ? t.youAccepted : t.accepted(event.agent.name)
    case 'agent-joined':
      return isSame(event.agent, me) ? j.youJoined : j.joined(event.agent.name)
    case 'agent-left':
      return isSame(event.agent, me) ? t.youLeft : t.left(event.agent.name)
    case 'chat-reopened':
      return t.reopened(visitorName(actor))
    case 'fallback-announced':
      return t.fallback(event.options.map((option) => t.otherWay[option]))
    case 'callback-requested':
      return t.callback(event.callback.phone || p.gone)
    case 'message-left':
      return t.leftMessage(event.email || p.gone, event.text || p.gone)
    case 'answer-mailed':
      return t.mailed(event.text || p.gone)
    case 'chat-ended':
      if (event.reason === 'declined') return isSame(actor, me) ? c.youDeclined : c.declined(actor.name)
      if (event.reason === 'withdrawn') return isSame(actor, me) ? c.youWithdrew : c.withdrew(actor.name)
      if (event.reason === 'inactivity') return t.endedQuiet
      if (event.reason === 'invitation-declined') return v.declined(visitorName(actor))
      if (event.outcome !== 'completed') return `${t.ended}: ${t.outcome[event.outcome]}`
      if (actor.kind === 'system') return t.ended
      return isSame(actor, me) ? t.youEnded : t.endedBy(visitorName(actor))
    case 'visitor-erased':
      return p.erased
    case 'observer-came':
      return j.came(event.agent.name)
    case 'observer-left':
      return j.left(event.agent.name)
    case 'request-declined':
      return a.declined(event.agent.name)
    case 'group-changed':
      return a.moved(event.group.name)
    case 'closing-note-set':
      return a.noted(actor.name)
    case 'followed-up':
      return a.followedUp(event.agent.name)
    default:
      return null
  }
}

const isSame = (one: { readonly id: string }, other: { readonly id: string }) => one.id === other.id
