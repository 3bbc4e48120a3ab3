import { channels } from '#shared/contract/channels.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { isInternal, type StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { observersInRound } from '#shared/domain/chat/observing.ts'
import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'

/**
 * The channels that hear of an event: the visitor of what is shown, the agents in the chat and those who observe it of everything, and every
 * agent while the chat waits, when it stops waiting, and when nobody ever took it. Of a chat between colleagues those two
 * hear everything, and nobody else hears anything; of one in a preview (G4) its visitor alone.
 */
export function audienceOf(chat: Chat, stream: StreamId, event: ChatEvent): string[] {
  if (chat.to) return participantChannels(chat)
  if (isOfPreview(chat.visitor.id)) return isInternal(stream) ? [] : visitorChannels(chat, event)
  const agents = staffChannels(chat)
  // Who leaves is told, too.
  if (event.type === 'agent-left' || event.type === 'observer-left') agents.push(channels.agent(event.agent.id))
  const all = concernsAll(chat, event) ? [channels.agents] : []
  return [...all, ...agents, ...(isInternal(stream) ? [] : visitorChannels(chat, event))]
}

/** Agents who are in it, and those who read along (L6), who hear of its end, too. */
const staffChannels = (chat: Chat) => [...chat.agents, ...observersInRound(chat)].map(({ id }) => channels.agent(id))

/** A visitor hears of a chat that an agent begins, and of what is answered to one that has ended, where they listen while none is under way. */
const visitorChannels = ({ id, invitation, visitor }: Chat, { type }: ChatEvent) =>
  invitation || type === 'answer-mailed' ? [channels.chat(id), channels.visitor(visitor.id)] : [channels.chat(id)]

/** A chat that nobody was in when it ended is everybody's, until somebody has followed it up (R12). */
const concernsAll = (chat: Chat, event: ChatEvent) =>
  chat.phase === 'waiting' ||
  event.type === 'chat-accepted' ||
  // Every agent may have a copy of it.
  event.type === 'visitor-erased' ||
  (chat.phase === 'ended' && !chat.agents.length)

/** Everybody who takes part in a chat, and who reads along, for signals. */
export const participantChannels = (chat: Chat): string[] =>
  chat.to
    ? [channels.agent(chat.visitor.id), channels.agent(chat.to.id)]
    : [channels.chat(chat.id), ...staffChannels(chat)]
