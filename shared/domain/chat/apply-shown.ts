import type { StoredEvent } from '#shared/contract/events.ts'
import { chatOf } from '#shared/contract/streams.ts'
import { type Chat, isIn, type LastMessage, unansweredSince, type WaitingChat } from './chat.ts'
import { noOffering } from './offering.ts'

/** The chat after one more event of its public stream: all that a visitor's side needs of `applyEvent`, and nothing of staff's. */
export const applyShown = (chat: Chat | undefined, stored: StoredEvent): Chat | undefined =>
  chat ? { ...goneOn(chat, stored), lastEventAt: stored.at } : begun(stored)

function goneOn(chat: Chat, stored: StoredEvent): Chat {
  const { event, at } = stored
  switch (event.type) {
    case 'chat-accepted': {
      if (chat.phase === 'ended') return chat
      const agents = [...chat.agents, event.agent] as [typeof event.agent]
      return { ...chat, ...active(at), phase: 'active', agents, acceptedAt: at, fallback: null }
    }
    case 'invitation-accepted':
      if (chat.phase === 'ended' || chat.invitation !== 'asked') return chat
      return { ...chat, ...active(at), invitation: 'accepted' }
    case 'message-sent':
      return { ...chat, ...messageMarks(chat, stored, event.text), ...active(at), visitor: named(chat, stored) }
    case 'chat-ended':
      return {
        ...chat,
        ...active(at),
        phase: 'ended',
        endedAt: at,
        endedBy: stored.actor.id,
        outcome: event.outcome,
      }
    case 'agent-joined':
      if (chat.phase !== 'active' || isIn(chat, event.agent.id)) return chat
      return { ...chat, ...active(at), agents: [chat.agents[0], ...chat.agents.slice(1), event.agent] }
    case 'agent-left': {
      if (chat.phase !== 'active') return chat
      const [first, ...others] = chat.agents.filter(({ id }) => id !== event.agent.id)
      const left = [...chat.left, event.agent.id]
      if (first) return { ...chat, agents: [first, ...others], left }
      const { acceptedAt: _, ...rest } = chat
      return { ...rest, ...active(at), phase: 'waiting', agents: [], left, round: chat.round + 1, waitingSince: at }
    }
    case 'chat-reopened':
      return reopened(chat, at)
    case 'fallback-announced':
      return { ...chat, fallback: { reason: event.reason, options: event.options, at } }
    case 'inactivity-warned':
      return { ...chat, endsAt: event.endsAt }
    case 'callback-requested':
      return { ...chat, callback: event.callback }
    case 'message-left':
      return { ...chat, leftMessage: { email: event.email, text: event.text } }
    case 'answer-mailed':
      return { ...chat, mailAnswered: true }
    default:
      return chat
  }
}

/** Waits again, as in a round of its own. The closing note stays: it tells of what was before. */
function reopened(chat: Chat, at: number): Chat {
  if (chat.phase !== 'ended') return chat
  const { endedAt: _, endedBy: __, outcome: ___, ...rest } = chat
  return {
    ...rest,
    ...active(at),
    phase: 'waiting',
    agents: [],
    returnsTo: chat.agents.map(({ id }) => id),
    left: [],
    round: chat.round + 1,
    waitingSince: at,
    fallback: null,
  }
}

function begun(stored: StoredEvent): Chat | undefined {
  const { event, at } = stored
  if (event.type === 'chat-requested') return requested(stored, event)
  if (event.type !== 'chat-proposed') return undefined
  const invitation = event.asked ? 'asked' : 'joined'
  return { ...requested(stored, event), phase: 'active', agents: [event.agent], acceptedAt: at, invitation }
}

type Requested = Extract<StoredEvent['event'], { type: 'chat-requested' }>

const requested = ({ stream, at }: StoredEvent, event: Omit<Requested, 'type'>): WaitingChat => ({
  id: chatOf(stream),
  phase: 'waiting',
  agents: [],
  visitor: event.visitor,
  to: event.to ?? null,
  page: event.page,
  language: event.language,
  group: event.group ?? null,
  description: event.description ?? null,
  ...(event.identity && { identity: event.identity }),
  ...(event.fields && { fields: event.fields }),
  requestedAt: at,
  waitingSince: at,
  round: 1,
  ...active(at),
  lastEventAt: at,
  lastMessage: null,
  lastVisitorMessage: 0,
  lastAgentMessage: 0,
  declinedBy: [],
  offering: noOffering,
  invitation: null,
  observers: [],
  left: [],
  fallback: null,
  callback: null,
  leftMessage: null,
  mailAnswered: false,
  mailRefused: null,
  closingNote: null,
  followedUpBy: null,
})

/** Whatever somebody does puts the end for inactivity off. */
const active = (at: number) => ({ lastActivityAt: at, endsAt: null })

/** Whom nobody knew by name when an agent began the chat is who they say they are when they write. */
const named = ({ visitor }: Chat, { actor: { id, name } }: StoredEvent) =>
  visitor.name === '' && visitor.id === id ? { id, name } : visitor

function messageMarks(chat: Chat, stored: StoredEvent, text: string) {
  const asks = stored.actor.id === chat.visitor.id
  const by = asks ? 'visitor' : stored.actor.kind
  const lastMessage: LastMessage = { by, text: text.slice(0, 200).toWellFormed(), at: stored.at }
  return asks
    ? {
        lastMessage,
        lastVisitorMessage: Math.max(chat.lastVisitorMessage, stored.seq),
        unansweredSince: unansweredSince(chat) ?? stored.at,
      }
    : { lastMessage, lastAgentMessage: Math.max(chat.lastAgentMessage, stored.seq), unansweredSince: null }
}
