import * as v from 'valibot'
import { Person } from './actors.ts'
import { Fallback, Outcome, Page, StoredEvent } from './events.ts'
import { Callback, Capacity, Group } from './groups.ts'
import { ChatId } from './ids.ts'
import { StreamId } from './streams.ts'

/** Where the realtime engine listens. Without a host: where the API is. */
export const Realtime = v.object({
  key: v.string(),
  host: v.optional(v.string()),
  port: v.optional(v.number()),
  tls: v.optional(v.boolean()),
})
export type Realtime = v.InferOutput<typeof Realtime>

export const CommandAnswer = v.object({ logId: v.string(), events: v.array(StoredEvent), lastSeq: v.number() })
export type CommandAnswer = v.InferOutput<typeof CommandAnswer>

export const EventPage = v.object({
  logId: v.string(),
  events: v.array(StoredEvent),
  lastSeq: v.number(),
})
export type EventPage = v.InferOutput<typeof EventPage>

export const StreamUpdate = v.object({
  stream: StreamId,
  lastSeq: v.number(),
  events: v.array(StoredEvent),
  /** The client's copy is of another log, or ahead of this one: drop it first, the events start at 1 (S7). */
  reset: v.boolean(),
})
export type StreamUpdate = v.InferOutput<typeof StreamUpdate>

export const Phase = v.picklist(['waiting', 'active', 'ended'])

export const ChatSummary = v.object({
  chatId: ChatId,
  phase: Phase,
  visitor: Person,
  agents: v.array(Person),
  outcome: v.nullable(Outcome),
  group: v.nullable(Group),
  requestedAt: v.number(),
  lastActivityAt: v.number(),
})
export type ChatSummary = v.InferOutput<typeof ChatSummary>

/** A chat as agents see it in a list. */
export const ListedChat = v.object({
  ...ChatSummary.entries,
  page: Page,
  /** When an agent took it; nothing when it is not active. */
  acceptedAt: v.nullable(v.number()),
  observers: v.array(Person),
})
export type ListedChat = v.InferOutput<typeof ListedChat>

/** A request that nobody took, or somebody who wants to be called: listed until **Done** (R12, A25, A26). */
export const FollowUp = v.object({
  chat: ChatSummary,
  endedAt: v.number(),
  callback: v.nullable(Callback),
  leftMessage: v.nullable(v.object({ email: v.string(), text: v.string() })),
  /** Whether the message that was left has been answered, and the mail server took the answer. */
  answered: v.boolean(),
})
export type FollowUp = v.InferOutput<typeof FollowUp>

/** What a waiting visitor is told (R13, W17, W22, W23). */
export const QueuePlace = v.object({
  phase: Phase,
  /** 1 is next; nothing when the chat does not wait. */
  place: v.nullable(v.number()),
  /** Seconds, from how long others waited lately; nothing when too few did. */
  estimatedWait: v.nullable(v.number()),
  open: v.boolean(),
  opensAt: v.nullable(v.number()),
  /** Ways that the visitor may choose instead of waiting, now. */
  options: v.array(Fallback),
  /** Whether the visitor may end the chat now. */
  mayEnd: v.boolean(),
  /** Seconds in which the visitor reopens the chat by writing; nothing when that begins a new one. */
  reopenFor: v.nullable(v.number()),
})
export type QueuePlace = v.InferOutput<typeof QueuePlace>

export const Role = v.picklist(['administrator', 'agent'])
export type Role = v.InferOutput<typeof Role>

/** An agent as administrators see them. */
export const AgentAccount = v.object({
  ...Person.entries,
  username: v.string(),
  role: Role,
  capacity: Capacity,
  /** Whether they may observe chats (L6). Administrators always may. */
  mayObserve: v.boolean(),
})
export type AgentAccount = v.InferOutput<typeof AgentAccount>
