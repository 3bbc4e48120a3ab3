import type { StoredEvent } from '#shared/contract/events.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Chat, LastMessage } from './chat.ts'

/**
 * The chat after one more event. The same function for server, extension and widget, so that no two can disagree.
 * Takes the chat so far (nothing before its first event) and the next event of either of its streams.
 * An event that cannot follow leaves the chat as it is: a newer server may know events that this client does not.
 */
export function applyEvent(chat: Chat | undefined, stored: StoredEvent): Chat | undefined {
  const { event } = stored
  if (!chat) return event.type === 'chat-requested' ? requested(stored, event) : undefined
  switch (event.type) {
    case 'chat-accepted':
      if (chat.phase === 'ended') return chat
      return {
        ...chat,
        phase: 'active',
        agents: [...chat.agents, event.agent] as [typeof event.agent],
        acceptedAt: stored.at,
        lastActivityAt: stored.at,
      }
    case 'message-sent':
      return { ...chat, ...messageMarks(chat, stored, event.text), lastActivityAt: stored.at }
    case 'chat-ended':
      return { ...chat, phase: 'ended', endedAt: stored.at, outcome: event.outcome, lastActivityAt: stored.at }
    case 'request-declined':
      return { ...chat, declinedBy: [...chat.declinedBy, event.agent.id] }
    default:
      return chat
  }
}

type Requested = Extract<StoredEvent['event'], { type: 'chat-requested' }>

const requested = (stored: StoredEvent, event: Requested): Chat => ({
  id: chatOf(stored.stream),
  phase: 'waiting',
  agents: [],
  visitor: event.visitor,
  page: event.page,
  language: event.language,
  requestedAt: stored.at,
  lastActivityAt: stored.at,
  lastMessage: null,
  lastVisitorMessage: 0,
  lastAgentMessage: 0,
  declinedBy: [],
})

function messageMarks(chat: Chat, stored: StoredEvent, text: string) {
  const lastMessage: LastMessage = { by: stored.actor.kind, text: text.slice(0, 200).toWellFormed(), at: stored.at }
  return stored.actor.kind === 'visitor'
    ? { lastMessage, lastVisitorMessage: Math.max(chat.lastVisitorMessage, stored.seq) }
    : { lastMessage, lastAgentMessage: Math.max(chat.lastAgentMessage, stored.seq) }
}
