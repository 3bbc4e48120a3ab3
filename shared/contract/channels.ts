import type { ActorId, ChatId } from './ids.ts'

/** Names of realtime channels. A name is no permission: the server decides at each subscription. */
export const channels = {
  /** Requests that wait; for every signed-in agent. */
  agents: 'private-agents',
  /** Everything in this agent's own chats. */
  agent: (id: ActorId) => `private-agent-${id}`,
  /** What the visitor of this chat may see. */
  chat: (id: ChatId) => `private-chat-${id}`,
} as const
