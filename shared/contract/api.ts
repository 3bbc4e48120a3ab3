import * as v from 'valibot'
import { Person } from './actors.ts'
import {
  AgentAccount,
  ChatSummary,
  CommandAnswer,
  EventPage,
  ListedChat,
  Phase,
  Realtime,
  Role,
  StreamUpdate,
} from './answers.ts'
import { byClient, count, countInQuery, inChat, messageText, optionalText, text } from './fields.ts'
import { Identity, identityApi, SignedIdentity } from './identity.ts'
import { ChatId, ClientId } from './ids.ts'
import { joiningApi } from './joining-api.ts'
import { limits } from './limits.ts'
import type { Operation } from './paths.ts'
import { previewApi } from './preview-api.ts'
import { privacyApi } from './privacy-api.ts'
import { type Route, route } from './route.ts'
import { Beginning, routingApi } from './routing-api.ts'
import { Receipt } from './signals.ts'
import { StreamId } from './streams.ts'
import { teamApi } from './team-api.ts'
import { visitorsApi } from './visitors-api.ts'
import { widgetsApi } from './widgets-api.ts'

const SocketId = v.pipe(v.string(), v.regex(/^\d{1,20}\.\d{1,20}$/, 'must be a socket id'))
const SessionInfo = { logId: v.string(), realtime: Realtime }
/** Who an agent is, and what they may do. */
const AgentInfo = { agent: Person, role: Role, mayObserve: v.boolean(), ...SessionInfo }

export type {
  AgentAccount,
  ChatSummary,
  CommandAnswer,
  EventPage,
  ListedChat,
  Realtime,
  StreamUpdate,
} from './answers.ts'

/** Every operation of the server: gives its validation, the typed client and /api/openapi.json. */
export const api = {
  signIn: route({
    summary: 'Sign in as an agent',
    access: 'anyone',
    body: v.object({
      username: text(limits.username),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.password)),
    }),
    response: v.object({ token: v.string(), ...AgentInfo }),
  }),
  signOut: route({ summary: 'End this session', access: 'agent', response: v.object({}) }),
  getSession: route({
    summary: 'Who this session belongs to',
    access: 'agent',
    response: v.object(AgentInfo),
  }),
  createAgent: route({
    summary: 'Add an agent; a username that is taken is refused',
    access: 'administrator',
    body: v.object({
      username: text(limits.username),
      name: text(limits.name),
      password: v.pipe(v.string(), v.minLength(limits.passwordAtLeast), v.maxLength(limits.password)),
    }),
    response: v.object({ agent: AgentAccount }),
  }),
  listAgents: route({
    summary: 'All agents, by name',
    access: 'administrator',
    response: v.object({ agents: v.array(AgentAccount) }),
  }),
  openVisitorSession: route({
    summary: 'Begin as a visitor; sets the cookie, and returns the same token for a frame whose cookies are refused',
    access: 'anyone',
    body: v.object({ name: v.optional(text(limits.name)), identity: v.optional(SignedIdentity) }),
    response: v.object({
      token: v.string(),
      visitor: Person,
      /** Whom the site has identified (W11). */
      identity: v.optional(Identity),
      ...SessionInfo,
    }),
  }),
  closeVisitorSession: route({
    summary: 'Stop being this visitor: ends the session and takes the cookie back. Also without a session',
    access: 'anyone',
    response: v.object({}),
  }),
  getVisitorSession: route({
    summary: 'The visitor this session belongs to, and their chats, newest first',
    access: 'visitor',
    response: v.object({ visitor: Person, chats: v.array(ChatSummary), ...SessionInfo }),
  }),
  startChat: route({
    summary: 'Ask for a chat; the chat id is made by the client, so that a retry cannot start a second one',
    access: 'visitor',
    body: v.object({ chatId: ChatId, clientId: ClientId, ...Beginning }),
    response: CommandAnswer,
  }),
  listChats: route({
    summary: 'Chats by phase, newest activity first',
    access: 'agent',
    query: v.object({ phase: Phase, limit: v.optional(countInQuery, '50') }),
    response: v.object({ chats: v.array(ListedChat) }),
  }),
  sendMessage: route({
    summary: 'Write in a chat',
    access: 'participant',
    params: inChat,
    body: v.object({ clientId: ClientId, text: messageText }),
    response: CommandAnswer,
  }),
  acceptChat: route({
    summary: 'Take a waiting chat; of several at once exactly one wins (R3)',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  declineChat: route({
    summary: 'Stop ringing me for this chat',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  endChat: route({
    summary: 'End a chat; visitors may by their group’s policy (W22), and only agents leave a note (A24)',
    access: 'participant',
    params: inChat,
    body: v.object({ clientId: ClientId, note: v.optional(optionalText(limits.note)) }),
    response: CommandAnswer,
  }),
  markReceipt: route({
    summary: 'How far this participant has received and read the chat; the numbers only rise (S10)',
    access: 'participant',
    params: inChat,
    body: v.object({ delivered: count, read: count }),
    response: Receipt,
  }),
  signalTyping: route({
    summary: 'Tell the others in the chat that this participant is typing, or stopped',
    access: 'participant',
    params: inChat,
    body: v.object({ typing: v.boolean() }),
    response: v.object({}),
  }),
  listEvents: route({
    summary: 'Events of one stream after a number, oldest first',
    access: 'participant',
    params: v.object({ stream: StreamId }),
    query: v.object({ after: v.optional(countInQuery, '0') }),
    response: EventPage,
  }),
  sync: route({
    summary: 'Resume: the streams a client has and their numbers in, what it misses out (S6)',
    access: 'participant',
    body: v.object({
      logId: v.nullable(v.pipe(v.string(), v.maxLength(64))),
      streams: v.pipe(
        v.record(StreamId, count),
        v.check((s) => Object.keys(s).length <= limits.streamsPerSync, 'too many streams'),
      ),
    }),
    response: v.object({
      logId: v.string(),
      streams: v.array(StreamUpdate),
      receipts: v.array(Receipt),
      /** Streams the client named that it may not see (any more): drop them. */
      gone: v.array(StreamId),
      /** Ask again with the new numbers: there is more. */
      more: v.boolean(),
    }),
  }),
  authenticateSocket: route({
    summary:
      'Sign a socket in at the realtime engine as this session, so that signing out ends it, in the shape of pusher-js',
    access: 'agent',
    body: v.object({ socket_id: SocketId }),
    response: v.object({ auth: v.string(), user_data: v.string() }),
  }),
  authorizeChannel: route({
    summary: 'Sign a subscription to a realtime channel, in the shape that pusher-js asks for',
    access: 'participant',
    body: v.object({
      socket_id: SocketId,
      channel_name: v.pipe(v.string(), v.maxLength(200)),
    }),
    response: v.object({ auth: v.string(), channel_data: v.optional(v.string()) }),
  }),
  ...identityApi,
  ...joiningApi,
  ...previewApi,
  ...privacyApi,
  ...routingApi,
  ...teamApi,
  ...visitorsApi,
  ...widgetsApi,
} satisfies Record<Operation, Route>
export type Api = typeof api
export type SyncAnswer = v.InferOutput<Api['sync']['response']>
