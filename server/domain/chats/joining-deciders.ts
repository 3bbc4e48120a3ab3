import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { type Chat, isIn } from '#shared/domain/chat/chat.ts'
import { isObserving } from '#shared/domain/chat/observing.ts'
import { type Deciders, type Decision, internal, no, nothing, onlyAgents, personOf } from './decision.ts'

/** How agents come into chats that others have taken: beside them (L4), or to read along unseen by the visitor (L6). */
export const joiningDeciders: Deciders<'join-chat' | 'observe-chat' | 'stop-observing'> = {
  'join-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'active' && isIn(chat, actor.id)) return nothing
    return joined(chat, actor)
  },

  'observe-chat': (chat, { permitted }, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (!permitted) return no('forbidden', 'You may not observe chats. An administrator can allow it, or you can join.')
    if (chat.phase === 'ended') return over
    if (chat.phase === 'waiting') return no('chat-not-accepted', 'Nobody is in this chat yet whom you could observe.')
    if (isIn(chat, actor.id) || isObserving(chat, actor.id)) return nothing
    return internal({ type: 'observer-came', agent: personOf(actor), round: chat.round })
  },

  'stop-observing': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    return isObserving(chat, actor.id) ? internal(stopped(chat, actor)) : nothing
  },
}

/** An agent who is not in a chat comes into it, and does what follows. Whoever observed it does so no more. */
export function joined(chat: Chat, actor: Actor, ...then: ChatEvent[]): Decision {
  if (chat.phase === 'ended') return over
  if (chat.phase === 'waiting') return no('chat-not-accepted', 'Nobody has taken this chat yet. Accept it first.')
  if (chat.invitation === 'asked')
    return no('not-yet', 'The visitor has not answered the invitation yet. Join the chat when they have.')
  return {
    shown: [{ type: 'agent-joined', agent: personOf(actor) }, ...then],
    internal: isObserving(chat, actor.id) ? [stopped(chat, actor)] : [],
  }
}

const stopped = ({ round }: Chat, actor: Actor): ChatEvent => ({
  type: 'observer-left',
  agent: personOf(actor),
  round,
})

const over = no('chat-ended', 'This chat has ended.')
