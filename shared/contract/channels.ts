import type { ActorId, ChatId, GroupId } from './ids.ts'

/** Names of realtime channels. A name is no permission: the server decides at each subscription. */
export const channels = {
  /** Requests that wait; for every signed-in agent. */
  agents: 'private-agents',
  /** Everything in this agent's own chats. */
  agent: (id: ActorId) => `private-agent-${id}`,
  /** What the visitor of this chat may see. */
  chat: (id: ChatId) => `private-chat-${id}`,
  /** Chats that agents begin with this visitor. */
  visitor: (id: ActorId) => `private-visitor-${id}`,
  /** Whether a group can be reached. Public: it says no more than the button on the page does. */
  availability: (id: GroupId) => `availability-${id}`,
} as const
