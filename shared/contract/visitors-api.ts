import * as v from 'valibot'
import { Person } from './actors.ts'
import { CommandAnswer } from './answers.ts'
import { Page } from './events.ts'
import { byClient, countInQuery, inChat, Language, messageText, text } from './fields.ts'
import { Identity } from './identity.ts'
import { ActorId, ChatId, ClientId, GroupId } from './ids.ts'
import { limits } from './limits.ts'
import { route } from './route.ts'
import { KnownField } from './visitor-fields.ts'
import { OnlineVisitor, Referrer, VisitId, VisitState } from './visits.ts'

/** Visitors on the sites, and chats that agents begin with them. */
export const visitorsApi = {
  reportVisit: route({
    summary: 'A tab is here: to be repeated every `renewEvery`, and at once when its page or state changes (P3)',
    access: 'visitor',
    body: v.object({
      visitId: VisitId,
      page: Page,
      referrer: v.optional(Referrer, ''),
      state: VisitState,
      language: v.optional(Language, 'en'),
    }),
    response: v.object({}),
  }),
  nameVisitor: route({
    summary: 'Say who I am; the same visitor from then on by that name',
    access: 'visitor',
    body: v.object({ name: text(limits.name) }),
    response: v.object({ visitor: Person }),
  }),
  listVisitors: route({
    summary: 'Visitors who are on the sites now, newest arrival first (A3)',
    access: 'agent',
    query: v.object({
      /** 100 at most. */
      limit: v.optional(countInQuery, '50'),
      /** `next` of the answer before, for those who arrived earlier. */
      before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}\.[\w-]{1,64}$/, 'must be the `next` of an answer'))),
    }),
    response: v.object({
      visitors: v.array(OnlineVisitor),
      next: v.nullable(v.string()),
      /** The server's time, ms since 1970: the visitors' times are by the same clock. */
      now: v.number(),
    }),
  }),
  countVisitors: route({
    summary: 'How many visitors are on the sites now, or on one page, whatever its query (A42); up to two seconds old',
    access: 'agent',
    query: v.object({ page: v.optional(v.pipe(v.string(), v.maxLength(limits.url), v.url('must be an address'))) }),
    response: v.object({ active: v.number(), away: v.number() }),
  }),
  getVisit: route({
    summary: 'What is known of a visitor, whether they are on the sites now or not (A10)',
    access: 'agent',
    params: v.object({ visitorId: ActorId }),
    response: v.object({
      /** Nothing when they are not on the sites. */
      seen: v.nullable(OnlineVisitor),
      /** How many they have had, and are in. */
      chats: v.number(),
      /** Who the site says that they are (W11); nothing when it has not identified them. */
      identity: v.nullable(Identity),
      /** What they said last in the forms before chats, unsigned (W9). */
      fields: v.array(KnownField),
      now: v.number(),
    }),
  }),
  startVisitorChat: route({
    summary:
      'Begin a chat with a visitor who is online; by the group’s policy they are in it at once or asked (A4, W14)',
    access: 'agent',
    params: v.object({ visitorId: ActorId }),
    body: v.object({ chatId: ChatId, clientId: ClientId, text: messageText, group: v.optional(GroupId) }),
    response: CommandAnswer,
  }),
  answerInvitation: route({
    summary: 'Accept or decline the chat that an agent asked me into (W14)',
    access: 'visitor',
    params: inChat,
    body: v.object({ ...byClient.entries, accept: v.boolean() }),
    response: CommandAnswer,
  }),
}
