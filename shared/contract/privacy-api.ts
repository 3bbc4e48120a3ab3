import * as v from 'valibot'
import { Person } from './actors.ts'
import { StoredEvent } from './events.ts'
import { countInQuery } from './fields.ts'
import { ChatId } from './ids.ts'
import { route } from './route.ts'
import { Receipt } from './signals.ts'

/** Everything that the server has of one visitor. Times in ms since 1970. */
export const VisitorData = v.object({
  format: v.literal('deskbell-visitor-1'),
  exportedAt: v.number(),
  visitor: Person,
  /** What is kept of the visitor besides the name, by the names of its columns. */
  details: v.record(v.string(), v.unknown()),
  /** When each session began, was used and ends. The credential itself is kept by nobody but the visitor's browser. */
  visitorSessions: v.array(v.object({ createdAt: v.number(), seenAt: v.number(), expiresAt: v.number() })),
  /** The visit of now, and its tabs, as agents see them; nothing when the visitor is not on the sites. */
  visitNow: v.nullable(v.record(v.string(), v.unknown())),
  tabs: v.array(v.record(v.string(), v.unknown())),
  chats: v.array(
    v.object({
      chatId: ChatId,
      /** All that the visitor could see of it: what was written, fields, callbacks, messages that were left. */
      events: v.array(StoredEvent),
      receipts: v.array(Receipt),
    }),
  ),
})
export type VisitorData = v.InferOutput<typeof VisitorData>

/** What a visitor may have of what is kept of them, and have forgotten (W31). */
export const privacyApi = {
  exportMyData: route({
    summary: 'Everything that is kept of me, as one document',
    access: 'visitor',
    response: VisitorData,
  }),
  deleteMyData: route({
    summary: 'Forget me: ends my open chats, erases what was written, my name and my details, and ends my sessions',
    access: 'visitor',
    response: v.object({
      /** Of how many chats the words are gone. That they were, and when, is kept. */
      erasedChats: v.number(),
    }),
  }),
  listErased: route({
    summary: 'Chats whose words were erased, for who keeps copies and was not connected then',
    access: 'agent',
    /** ms since 1970. */
    query: v.object({ after: v.optional(countInQuery, '0') }),
    response: v.object({ chats: v.array(ChatId), next: v.number(), more: v.boolean() }),
  }),
}
