import * as v from 'valibot'
import { Actor, Person } from './actors.ts'
import { Callback, Group } from './groups.ts'
import { Identity } from './identity.ts'
import { ActorId, ClientId } from './ids.ts'
import { limits } from './limits.ts'
import { StreamId } from './streams.ts'
import { madeWellFormed } from './text.ts'
import { KnownField } from './visitor-fields.ts'

export const Page = v.object({
  url: v.pipe(v.string(), v.maxLength(limits.url), madeWellFormed),
  title: v.pipe(v.string(), v.maxLength(limits.title), madeWellFormed),
})
export type Page = v.InferOutput<typeof Page>

export const Outcome = v.picklist(['completed', 'abandoned', 'missed', 'callback'])
export type Outcome = v.InferOutput<typeof Outcome>

/** How a chat came to its end, where it was nobody's click on **End chat**. */
const EndReason = v.picklist([
  'inactivity',
  'callback-requested',
  'message-left',
  'invitation-declined',
  'declined',
  'withdrawn',
  'visitor-erased',
])

/** Other ways than waiting (W23). */
export const Fallback = v.picklist(['leave-message', 'callback'])
export type Fallback = v.InferOutput<typeof Fallback>

/** Outside office hours, all agents were tried, or nobody answered within the group's time. */
export const FallbackReason = v.picklist(['closed', 'exhausted', 'gave-up'])
export type FallbackReason = v.InferOutput<typeof FallbackReason>

/** `withdrawn`: not in the group any more, or has as many chats as they take. */
export const OfferEnd = v.picklist(['expired', 'away', 'disconnected', 'signed-out', 'withdrawn'])
export type OfferEnd = v.InferOutput<typeof OfferEnd>

/** One agent after the other, all at once, or the one colleague whom an agent asks. */
export const OfferMode = v.picklist(['one-by-one', 'ring-all', 'colleague'])
export type OfferMode = v.InferOutput<typeof OfferMode>

/** How often the chat began to wait: once when it was requested, once more each time that its last agent left, or it was reopened. */
const round = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Everything that can have happened in a chat. Facts, in the past tense; never changed once stored (S9). */
export const ChatEvent = v.variant('type', [
  v.object({
    type: v.literal('chat-requested'),
    visitor: Person,
    page: Page,
    language: v.string(),
    /** Absent from chats that are older than groups. */
    group: v.optional(Group),
    /** What it is about, said before it began (W16). */
    description: v.optional(v.string()),
    /** The colleague who is asked, in a chat between agents (A14): then `visitor` is the agent who asks. */
    to: v.optional(Person),
    /** Who the site says that the visitor is (W11). */
    identity: v.optional(Identity),
    /** What they answered before it began (W9). */
    fields: v.optional(v.array(KnownField)),
  }),
  /** An agent began it with a visitor who was there (A4). `asked`: the visitor is not in it until they accept (W14). */
  v.object({
    type: v.literal('chat-proposed'),
    visitor: Person,
    page: Page,
    language: v.string(),
    group: v.optional(Group),
    agent: Person,
    asked: v.boolean(),
  }),
  /** By the visitor; a declined one is a `chat-ended` with that reason. */
  v.object({ type: v.literal('invitation-accepted') }),
  v.object({ type: v.literal('chat-accepted'), agent: Person }),
  v.object({ type: v.literal('message-sent'), text: v.string() }),
  /** Who ended it is the event's actor. */
  v.object({ type: v.literal('chat-ended'), outcome: Outcome, reason: v.optional(EndReason) }),
  /** One more agent came into a chat that another one had taken (L4). */
  v.object({ type: v.literal('agent-joined'), agent: Person }),
  /** When no agent is left the chat waits again. */
  v.object({ type: v.literal('agent-left'), agent: Person }),
  /** The visitor wrote within the group's time after the end: it waits again, its last agent is rung first. */
  v.object({ type: v.literal('chat-reopened') }),
  /** Nobody is expected to come soon: the visitor may wait on, or choose another way. */
  v.object({ type: v.literal('fallback-announced'), reason: FallbackReason, options: v.array(Fallback) }),
  /** It ends at `endsAt`, ms since 1970, unless somebody writes. */
  v.object({ type: v.literal('inactivity-warned'), endsAt: v.number() }),
  v.object({ type: v.literal('callback-requested'), callback: Callback }),
  v.object({ type: v.literal('message-left'), email: v.string(), text: v.string() }),
  /** The visitor had themself forgotten (W31): all that came before says no more what was written, nor by whom. */
  v.object({ type: v.literal('visitor-erased') }),
  /** An agent's answer to a message that was left; it went to the visitor's address. */
  v.object({ type: v.literal('answer-mailed'), text: v.string() }),

  // Internal stream: what a visitor must not learn.
  v.object({ type: v.literal('request-declined'), agent: Person, round: v.optional(round) }),
  /** These agents are rung. Until `until`, ms since 1970; nothing: until somebody takes it. */
  v.object({
    type: v.literal('chat-offered'),
    agents: v.array(ActorId),
    mode: OfferMode,
    until: v.nullable(v.number()),
    round,
  }),
  v.object({ type: v.literal('offer-ended'), agents: v.array(ActorId), reason: OfferEnd, round }),
  /** Every agent who could be was tried one by one: from here on all are rung, those who were tried too. */
  v.object({ type: v.literal('offers-exhausted'), round }),
  /** Placed anew in another group. Older events say no round: then whoever was rung or tried remained so. */
  v.object({ type: v.literal('group-changed'), group: Group, round: v.optional(round) }),
  /** By whoever ended the chat, and by them alone; the last one counts (A24, H6). */
  v.object({ type: v.literal('closing-note-set'), text: v.string() }),
  /** Reads along in an active chat, in this round, and does not take part (L6). */
  v.object({ type: v.literal('observer-came'), agent: Person, round }),
  v.object({ type: v.literal('observer-left'), agent: Person, round }),
  /** The mail server will not take an agent's answer, for this reason: it does not reach the visitor. */
  v.object({ type: v.literal('mail-refused'), reason: v.string() }),
  /** Somebody took care of a request that nobody had taken, or called back (R12, A26). */
  v.object({ type: v.literal('followed-up'), agent: Person, round: v.optional(round) }),
])
export type ChatEvent = v.InferOutput<typeof ChatEvent>

/** An event as the log keeps it and as every wire carries it. `at` is the server's time in ms since 1970. */
export const StoredEvent = v.object({
  stream: StreamId,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.number(),
  actor: Actor,
  clientId: v.nullable(ClientId),
  event: ChatEvent,
})
export type StoredEvent = v.InferOutput<typeof StoredEvent>
