import { screen } from '@testing-library/preact'
import { render } from 'preact'
import { expect, vi } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import type { Person } from '#shared/contract/actors.ts'
import type { ChatSummary, CommandAnswer, QueuePlace } from '#shared/contract/answers.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { Group } from '#shared/contract/groups.ts'
import type { Identity, SignedIdentity } from '#shared/contract/identity.ts'
import { type ActorId, type ChatId, type ClientId, everyone } from '#shared/contract/ids.ts'
import type { Availability } from '#shared/contract/presence.ts'
import { type Refusal, type RefusalCode, refusalStatus, refuse } from '#shared/contract/refusals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { openBrowser } from '../../widget/boot/browser.ts'
import { conversationOf, currentChat } from '../../widget/boot/conversation.ts'
import type { Session, Sessions } from '../../widget/boot/session.ts'
import { createStreams } from '../../widget/boot/streams.ts'
import type { Look, Visit } from '../../widget/boot/visit.ts'
import { openChat } from '../../widget/chat/open-chat.tsx'

export const chatId = '11111111-1111-4111-8111-111111111111' as ChatId
export const vera = { kind: 'visitor', id: 'v' as ActorId, name: 'Vera' } as const
export const ana = { kind: 'agent', id: 'a' as ActorId, name: 'Ana' } as const
export const desk = { kind: 'system', id: 's' as ActorId, name: 'Deskbell' } as const
const stream = chatStream(chatId)

const storedIn = (
  chat: ChatId,
  seq: number,
  actor: StoredEvent['actor'],
  event: ChatEvent,
  clientId?: ClientId,
): StoredEvent => ({
  stream: chatStream(chat),
  seq,
  at: 1_000 * seq,
  actor,
  clientId: clientId ?? null,
  event,
})
const requested: ChatEvent = {
  type: 'chat-requested',
  visitor: { id: vera.id, name: vera.name },
  page: { url: 'http://shop.test/', title: 'Shop' },
  language: 'en',
}

/** What the server says of a chat that waits first in line. */
export const first: QueuePlace = {
  phase: 'waiting',
  place: 1,
  estimatedWait: null,
  open: true,
  opensAt: null,
  options: [],
  mayEnd: false,
  reopenFor: null,
}

export type Asked = {
  readonly operation: string
  readonly chatId: ChatId
  readonly body: { readonly clientId: ClientId } & Record<string, unknown>
}

interface Known {
  readonly visitor: Person
  readonly identity: Identity
  readonly chats?: ChatSummary[]
}

interface PanelOptions {
  readonly language?: Language
  /** What the owner has set. */
  readonly config?: object
  /** Whether the visitor's chat waits already. */
  readonly begun?: boolean
  /** Empty: they have not said it. */
  readonly name?: string
  /** What the page has said by its API (W33). */
  readonly said?: Visit['said']
}

export const nobody: Availability = { groupId: everyone, open: true, opensAt: null, available: false }

/**
 * The whole panel of a visitor, as it comes into its frame, on the real outbox, feed and store; only the network is played.
 * `answer` gives the events by which the server answers a command, or the code with which it refuses.
 */
export async function aPanel(options: PanelOptions = {}) {
  const { language = 'en', config = {}, begun = true, name: called = vera.name, said = {} } = options
  const asked: Asked[] = []
  const listeners: (() => void)[] = []
  const world = {
    place: first,
    look: 'open' as Look,
    availability: { ...nobody, available: true },
    groups: [] as Group[],
    /** Groups whose availability was asked for, and names that were asked for. */
    asksFor: [] as (string | undefined)[],
    names: [] as (string | undefined)[],
    page: { url: 'http://shop.test/', title: 'Shop' },
    /** What the server has of the visitor, and how it forgets them. */
    data: { exportedAt: Date.UTC(2026, 10, 21) },
    erase: async () => ({ erasedChats: 1 }),
    answer: (_: Asked): (ChatEvent & object)[] | RefusalCode | Refusal => [],
    /** As whom the server knows a signed identity; nothing when it does not believe it. */
    identify: async (_: SignedIdentity): Promise<Known | null> => null,
    signed: [] as SignedIdentity[],
  }
  const lasts = new Map<ChatId, number>()
  const next = (chat: ChatId) => {
    const seq = (lasts.get(chat) ?? 0) + 1
    lasts.set(chat, seq)
    return seq
  }
  // What an earlier panel left in this document.
  render(null, document.body)
  const { keep } = await openBrowser()
  const changed = () =>
    queueMicrotask(() => {
      for (const listener of listeners) listener()
    })
  const streams = createStreams(keep, changed)
  const feed = createChatFeed(streams, { listEvents: never, sync: never })

  const command =
    (operation: string) =>
    async ({ body, params }: { body: Asked['body']; params?: { chatId: ChatId } }) => {
      const chat = params?.chatId ?? (body.chatId as ChatId)
      const one = { operation, chatId: chat, body }
      asked.push(one)
      const answer = world.answer(one)
      if (typeof answer === 'string')
        throw new ApiError(refusalStatus[answer], refuse(answer, `Refused: ${answer}.`), answer)
      if (!Array.isArray(answer)) throw new ApiError(refusalStatus[answer.code], answer, answer.message)
      const by = (index: number) => (operation === 'sendMessage' || !index ? vera : desk)
      return answered(answer.map((event, index) => storedIn(chat, next(chat), by(index), event, body.clientId)))
    }
  const answered = (events: StoredEvent[]): CommandAnswer => ({
    logId: 'log',
    events,
    lastSeq: events.at(-1)?.seq ?? 0,
  })
  const api = {
    getQueuePlace: async () => world.place,
    getAvailability: async ({ query }: { query: { group?: string } }) => {
      world.asksFor.push(query.group)
      return world.availability
    },
    listOfferedGroups: async ({ query }: { query: { ids?: string } }) => {
      world.names.push(query.ids)
      return { groups: world.groups }
    },
    startChat: command('startChat'),
    sendMessage: command('sendMessage'),
    answerInvitation: command('answerInvitation'),
    requestCallback: command('requestCallback'),
    leaveMessage: command('leaveMessage'),
    endChat: command('endChat'),
    signalTyping: async () => ({}),
    exportMyData: async () => world.data,
    deleteMyData: () => world.erase(),
  }
  let visitor = called || begun ? { ...vera, name: called } : null
  let cookie: Known | null = null
  const sessions = {
    client: () => api,
    api: {
      async openVisitorSession({ body: { identity } }: { body: { identity: SignedIdentity } }) {
        world.signed.push(identity)
        const known = await world.identify(identity)
        const wrong = refuse('invalid-identity', 'This identity does not count: nobody has signed it.')
        if (!known) throw new ApiError(400, wrong, wrong.message)
        cookie = known
        return { token: 't', ...known, realtime: { key: 'k' }, logId: 'log' }
      },
      getVisitorSession: async () => cookie && { chats: [], ...cookie },
    },
    current: () => visitor && { visitor, realtime: { key: 'k' }, token: null },
    open: async (name: string) => {
      visitor = { ...vera, ...visitor, name }
    },
    begin: (session: Session) => {
      visitor = { ...vera, ...session.visitor }
    },
    end: () => {
      visitor = null
    },
  } as unknown as Sessions
  const visit: Visit = {
    config: JSON.stringify(config),
    get page() {
      return world.page
    },
    languages: [language],
    keep,
    said,
    sessions,
    say: () => {},
    deliver: feed.deliver,
    look: () => world.look,
    close: () => {},
    now: () => {
      const id = currentChat(keep)
      return conversationOf(keep, id, id ? streams.events(chatStream(id)) : [])
    },
    onSignal: () => {},
    connected: () => true,
    leads: () => true,
    changed,
    onChange: (listener) => listeners.push(listener),
  }
  /** The server tells. */
  const hear = async (actor: StoredEvent['actor'], ...events: ChatEvent[]) => {
    const chat = currentChat(keep) ?? chatId
    await feed.deliver(answered(events.map((event) => storedIn(chat, next(chat), actor, event))))
  }

  if (begun) {
    keep.set('chat', chatId)
    lasts.set(chatId, streams.events(stream).length)
    if (!lasts.get(chatId)) await hear(vera, requested)
  }
  await openChat(visit)
  if (begun) await vi.waitFor(() => expect(document.adoptedStyleSheets.length).toBeGreaterThan(1))
  return { world, asked, hear, visit, keep, screen, leave: () => render(null, document.body) }
}

const never = () => Promise.reject(new Error('not asked for here'))
