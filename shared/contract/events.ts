import * as v from 'valibot'
import { Actor, Person } from './actors.ts'
import { ClientId } from './ids.ts'
import { limits } from './limits.ts'
import { StreamId } from './streams.ts'
import { madeWellFormed } from './text.ts'

export const Page = v.object({
  url: v.pipe(v.string(), v.maxLength(limits.url), madeWellFormed),
  title: v.pipe(v.string(), v.maxLength(limits.title), madeWellFormed),
})
export type Page = v.InferOutput<typeof Page>

export const Outcome = v.picklist(['completed', 'abandoned', 'missed', 'callback'])
export type Outcome = v.InferOutput<typeof Outcome>

/** Everything that can have happened in a chat. Facts, in the past tense; never changed once stored (S9). */
export const ChatEvent = v.variant('type', [
  v.object({ type: v.literal('chat-requested'), visitor: Person, page: Page, language: v.string() }),
  v.object({ type: v.literal('chat-accepted'), agent: Person }),
  v.object({ type: v.literal('message-sent'), text: v.string() }),
  v.object({ type: v.literal('chat-ended'), outcome: Outcome }),
  /** Internal stream: a visitor must not learn that somebody declined. */
  v.object({ type: v.literal('request-declined'), agent: Person }),
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
