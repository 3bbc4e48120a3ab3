import type { ChatEvent } from '#shared/contract/events.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { followUpList } from '#shared/domain/chat/follow-up.ts'
import { mayChooseOtherWay } from '#shared/domain/chat/visitor-may.ts'
import {
  type Deciders,
  type Decision,
  ended,
  internal,
  no,
  nothing,
  type Of,
  onlyAgents,
  onlyVisitors,
  personOf,
  shown,
} from './decision.ts'

/** What happens instead of waiting, and what becomes of it. */
export const followingDeciders: Deciders<'request-callback' | 'leave-message' | 'answer-by-mail' | 'follow-up'> = {
  'request-callback': (chat, command, actor, now) =>
    actor.kind === 'visitor' ? otherWay(chat, command.open, now, callbackEvents(command)) : onlyVisitors,

  'leave-message': (chat, command, actor, now) =>
    actor.kind === 'visitor' ? otherWay(chat, command.open, now, messageEvents(command)) : onlyVisitors,

  'answer-by-mail': (chat, { text }, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (!chat.leftMessage || chat.erased)
      return no('not-found', 'No message was left in this chat, so there is no address to answer to.')
    return shown({ type: 'answer-mailed', text })
  },

  'follow-up': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase !== 'ended') return no('not-yet', 'This chat has not ended; there is nothing to follow up yet.')
    return followUpList(chat) ? internal({ type: 'followed-up', agent: personOf(actor), round: chat.round }) : nothing
  },
}

export const callbackEvents = ({ callback }: Of<'request-callback'>): ChatEvent[] => [
  { type: 'callback-requested', callback },
  { type: 'chat-ended', outcome: 'callback', reason: 'callback-requested' },
]

export const messageEvents = ({ email, text }: Of<'leave-message'>): ChatEvent[] => [
  { type: 'message-left', email, text },
  { type: 'chat-ended', outcome: 'missed', reason: 'message-left' },
]

function otherWay(chat: Chat, open: boolean, now: number, events: ChatEvent[]): Decision {
  const [agent] = chat.agents
  if (chat.phase === 'ended') return ended
  if (agent) return no('already-accepted', `${agent.name} has taken this chat.`, { acceptedBy: agent })
  if (!mayChooseOtherWay(chat, open, now))
    return no('not-yet', 'Somebody is being rung for you. You can choose this after a minute.')
  return shown(...events)
}
