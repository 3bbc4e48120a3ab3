import * as v from 'valibot'
import { Person } from './actors.ts'
import { Capacity, StatusId } from './groups.ts'
import { GroupId } from './ids.ts'

/**
 * An extension says every `renewEvery` that it is there; without it the agent counts as gone after `leaseFor`, ms. One word
 * may be lost; and what is left of the ten seconds that P2 grants is for noticing, twice a second, and for passing on.
 */
export const presenceLease = { renewEvery: 3_000, leaseFor: 8_000 } as const

/** Green active, yellow away, pink not in the chat, red unavailable, black signed out (P1). */
export const Dot = v.picklist(['green', 'yellow', 'pink', 'red', 'black'])
export type Dot = v.InferOutput<typeof Dot>

export const AgentPresence = v.object({ status: StatusId, dot: Dot })
export type AgentPresence = v.InferOutput<typeof AgentPresence>

export const TeamMember = v.object({
  ...Person.entries,
  ...AgentPresence.entries,
  /** Chats the agent is in now. */
  activeChats: v.number(),
  capacity: Capacity,
  groups: v.array(GroupId),
})
export type TeamMember = v.InferOutput<typeof TeamMember>

/** Whether a group can be reached now, for whoever has not begun a chat (W5, W7). */
export const Availability = v.object({
  groupId: GroupId,
  /** By its office hours. */
  open: v.boolean(),
  /** When it opens, ms since 1970; nothing when it is open, or has no hours any more. */
  opensAt: v.nullable(v.number()),
  /** Somebody would be rung. */
  available: v.boolean(),
})
export type Availability = v.InferOutput<typeof Availability>
