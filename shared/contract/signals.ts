import * as v from 'valibot'
import { Actor, ActorKind } from './actors.ts'
import { StoredEvent } from './events.ts'
import { ActorId, ChatId } from './ids.ts'
import { AgentPresence, Availability } from './presence.ts'
import { StreamId } from './streams.ts'

/** How far one participant has received and read a chat's public stream: two rising numbers (S10). */
export const Receipt = v.object({
  chatId: ChatId,
  actorId: ActorId,
  kind: ActorKind,
  delivered: v.number(),
  read: v.number(),
})
export type Receipt = v.InferOutput<typeof Receipt>

/** Never stored. A typing signal holds for `typingLifetime` ms and is sent again every `typingInterval` while it lasts. */
export const Signal = v.variant('type', [
  v.object({ type: v.literal('typing'), chatId: ChatId, actor: Actor, typing: v.boolean() }),
  v.object({ type: v.literal('receipt'), receipt: Receipt }),
  /** To all agents, when an agent's dot or status changed; `listTeam` says how it is now. */
  v.object({ type: v.literal('presence'), agentId: ActorId, ...AgentPresence.entries }),
  /** On the group's public channel, when it changed (W5); `getAvailability` says how it is now. */
  v.object({ type: v.literal('availability'), ...Availability.entries }),
])
export type Signal = v.InferOutput<typeof Signal>

/** What is published after an append (S4): a hint. Without `events` when they would pass the engine's limit. */
export const Hint = v.object({
  logId: v.string(),
  stream: StreamId,
  lastSeq: v.number(),
  events: v.optional(v.array(StoredEvent)),
})
export type Hint = v.InferOutput<typeof Hint>

export { realtimeEvents, typingInterval, typingLifetime } from './realtime-events.ts'
