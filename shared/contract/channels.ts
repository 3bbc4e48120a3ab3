import type { ActorId, GroupId } from './ids.ts'
import { visitorChannels } from './visitor-channels.ts'

/** Names of realtime channels. A name is no permission: the server decides at each subscription. */
export const channels = {
  /** Requests that wait; for every signed-in agent. */
  agents: 'private-agents',
  /** Everything in this agent's own chats. */
  agent: (id: ActorId) => `private-agent-${id}`,
  ...visitorChannels,
  /** Whether a group can be reached. Public: it says no more than the button on the page does. */
  availability: (id: GroupId) => `availability-${id}`,
} as const
