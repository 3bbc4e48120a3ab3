import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { type Chat, isIn } from '#shared/domain/chat/chat.ts'
import { isObserving } from '#shared/domain/chat/observing.ts'
import { isOfferedTo } from '#shared/domain/chat/offering.ts'
import { outcomeOf } from '#shared/domain/chat/proposal.ts'
import { mayVisitorEnd, reopensUntil } from '#shared/domain/chat/visitor-may.ts'
import {
  type Deciders,
  type Decision,
  ended,
  internal,
  no,
  nothing,
  notIn,
  type Of,
  onlyAgents,
  personOf,
  shown,
} from './decision.ts'
import { joined } from './joining-deciders.ts'
import { decideUntaken, notYetAccepted } from './proposal-deciders.ts'

type Conversation =
  | 'start-chat'
  | 'ask-colleague'
  | 'send-message'
  | 'accept-chat'
  | 'decline-chat'
  | 'end-chat'
  | 'leave-chat'
  | 'set-closing-note'

/** What people do in a chat, from its beginning to its end. */
export const conversationDeciders: Deciders<Conversation> = {
  'start-chat': () => no('already-started', 'This chat has already begun.'),
  'ask-colleague': () => no('already-started', 'This chat has already begun.'),

  'send-message': (chat, command, actor, now) => {
    if (chat.phase === 'ended') return writeAfterTheEnd(chat, command, actor, now)
    if (actor.kind === 'visitor' && chat.invitation === 'asked') return notYetAccepted
    const sent: ChatEvent = { type: 'message-sent', text: command.text }
    if (actor.kind !== 'agent' || isIn(chat, actor.id)) return shown(sent)
    if (chat.phase === 'waiting') return no('not-in-chat', 'You are not in this chat. Accept it first.')
    // Who only observes joins of their own accord, never by a message that comes late.
    return isObserving(chat, actor.id) ? onlyObserving : joined(chat, actor, sent)
  },

  'accept-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'ended') return ended
    if (isIn(chat, actor.id)) return nothing
    const [first] = chat.agents
    if (first) return no('already-accepted', `${first.name} has taken this chat.`, { acceptedBy: first })
    return shown({ type: 'chat-accepted', agent: personOf(actor) })
  },

  'decline-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase !== 'waiting' || hasDeclined(chat, actor)) return nothing
    return internal({ type: 'request-declined', agent: personOf(actor), round: chat.round })
  },

  'end-chat': (chat, command, actor, now) =>
    decideUntaken(chat, command, actor) ??
    (actor.kind === 'visitor' ? endByVisitor(chat, command, now) : endByAgent(chat, command, actor)),

  'leave-chat': (chat, command, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'ended') return ended
    if (!isIn(chat, actor.id)) return nothing
    return decideUntaken(chat, command, actor) ?? shown({ type: 'agent-left', agent: personOf(actor) })
  },

  'set-closing-note': (chat, { text }, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase !== 'ended') return no('not-yet', 'The closing note is for when the chat has ended.')
    if (chat.endedBy !== actor.id)
      return no('forbidden', 'Only whoever ended the chat can write its closing note. Yours was not kept.')
    return text === (chat.closingNote ?? '') ? nothing : internal({ type: 'closing-note-set', text })
  },
}

function writeAfterTheEnd(chat: Chat, { text, reopenWithin }: Of<'send-message'>, actor: Actor, now: number): Decision {
  const until = actor.kind === 'visitor' ? reopensUntil(chat, reopenWithin ?? null) : null
  if (until === null || now > until) return ended
  return shown({ type: 'chat-reopened' }, { type: 'message-sent', text })
}

const onlyObserving = no('not-in-chat', 'You are observing this chat. Join it to write; what you wrote was not sent.')

/** Also when it is rung again after all were tried: then a second no counts again. */
const hasDeclined = (chat: Chat, { id }: Actor) => chat.declinedBy.includes(id) && !isOfferedTo(chat, id)

function endByAgent(chat: Chat, { note }: Of<'end-chat'>, actor: Actor): Decision {
  if (actor.kind !== 'agent') return onlyAgents
  if (chat.phase === 'ended') return nothing
  if (chat.phase === 'waiting')
    return no('chat-not-accepted', 'Nobody has accepted this chat yet. Accept it before you end it.')
  if (!isIn(chat, actor.id)) return notIn
  const notes: ChatEvent[] = note ? [{ type: 'closing-note-set', text: note }] : []
  return { shown: [{ type: 'chat-ended', outcome: outcomeOf(chat) }], internal: notes }
}

function endByVisitor(chat: Chat, { rule }: Of<'end-chat'>, now: number): Decision {
  if (!rule) return onlyAgents
  if (chat.phase === 'ended') return nothing
  if (rule.policy === 'never') return no('forbidden', 'Only an agent can end this chat.')
  if (!mayVisitorEnd(chat, rule.policy, rule.open, now))
    return no('not-yet', 'You can end this chat when nobody has answered for a minute.')
  return shown({ type: 'chat-ended', outcome: chat.phase === 'waiting' ? 'abandoned' : 'completed' })
}
