import { channels } from '#shared/contract/channels.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { isInternal, type StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'

/**
 * The channels that hear of an event: the visitor of what is shown, the agents in the chat of everything, and every
 * agent while the chat waits and when it stops waiting.
 */
export function audienceOf(chat: Chat, stream: StreamId, event: ChatEvent): string[] {
  const agents = chat.agents.map((agent) => channels.agent(agent.id))
  const all = chat.phase === 'waiting' || event.type === 'chat-accepted' ? [channels.agents] : []
  return [...all, ...agents, ...(isInternal(stream) ? [] : [channels.chat(chat.id)])]
}

/** Everybody who takes part in a chat, for signals. */
export const participantChannels = (chat: Chat): string[] => [
  channels.chat(chat.id),
  ...chat.agents.map((agent) => channels.agent(agent.id)),
]
