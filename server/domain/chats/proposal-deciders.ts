import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { isUntaken, outcomeOf } from '#shared/domain/chat/proposal.ts'
import {
  type Deciders,
  type Decision,
  no,
  nothing,
  type Of,
  onlyAgents,
  onlyVisitors,
  personOf,
  shown,
} from './decision.ts'

/** The beginning of a chat by an agent: the agent is in it, and has said something (A4). */
export function propose({ text, type: _, chatId: __, ...proposal }: Of<'propose-chat'>, actor: Actor): Decision {
  if (actor.kind !== 'agent') return onlyAgents
  const proposed: ChatEvent = { type: 'chat-proposed', ...proposal, agent: personOf(actor) }
  return shown(proposed, { type: 'message-sent', text })
}

/** What a visitor answers who was asked; once, from whichever of their tabs is first (W14). */
export const proposalDeciders: Deciders<'propose-chat' | 'answer-invitation'> = {
  'propose-chat': () => no('already-started', 'This chat has already begun.'),

  'answer-invitation': (chat, { accept }, actor) => {
    if (actor.kind !== 'visitor') return onlyVisitors
    if (chat.invitation === null) return no('not-found', 'Nobody has asked you into this chat; it is yours.')
    if (chat.phase === 'ended') return accept ? over : nothing
    if (chat.invitation === 'asked') return shown(accept ? { type: 'invitation-accepted' } : declined)
    return accept ? nothing : no('already-accepted', 'You are in this chat already. You can end it instead.')
  },
}

/** How a chat that nobody has taken up ends differently; nothing where it goes as in any other. */
export function decideUntaken(chat: Chat, command: Of<'end-chat' | 'leave-chat'>, actor: Actor): Decision | null {
  if (!isUntaken(chat)) return null
  if (actor.kind === 'visitor' && command.type === 'end-chat')
    return shown(chat.invitation === 'asked' ? declined : { type: 'chat-ended', outcome: 'completed' })
  // Nobody asked for anything: without the agent there is nothing that could wait for another one.
  const [first, ...others] = chat.agents
  const leavesNobody = command.type === 'leave-chat' && first?.id === actor.id && !others.length
  return leavesNobody ? shown({ type: 'chat-ended', outcome: outcomeOf(chat) }) : null
}

const declined: ChatEvent = { type: 'chat-ended', outcome: 'missed', reason: 'invitation-declined' }
const over = no('chat-ended', 'This chat has ended meanwhile. You can begin a new one.')

export const notYetAccepted = no('chat-not-accepted', 'Accept the chat first, then write. What you wrote was not sent.')
