import type { Actor } from '#shared/contract/actors.ts'
import type { FollowUp } from '#shared/contract/answers.ts'
import type { ChatEvent, Outcome, Page } from '#shared/contract/events.ts'
import type { Group } from '#shared/contract/groups.ts'
import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { chatRow } from '../../extension/core/chat-row.ts'
import type {
  AccountId,
  AccountRow,
  ChatRow,
  EventRow,
  FollowUpRow,
  NoticeRow,
  OutboxRow,
} from '../../extension/core/db.ts'
import { type DeskData, noData } from './desk-rows.ts'

export { type DeskData, noData } from './desk-rows.ts'

const minute = 60_000
const router: Actor = { kind: 'system', id: 'system' as ActorId, name: 'Deskbell' }
let made = 0
const uuid = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`

export function anAccount(change: Partial<AccountRow> = {}): AccountRow {
  const order = change.order ?? 0
  return {
    id: `account-${order}` as string as AccountId,
    serverUrl: 'https://chat.example.org',
    username: 'ana',
    agent: { id: `agent-ana-${order}` as ActorId, name: 'Ana Silva' },
    token: null,
    color: order,
    state: 'online',
    realtime: { key: 'key' },
    logId: 'log',
    order,
    ...change,
  }
}

interface Beginning {
  readonly account?: AccountRow
  readonly visitor?: string
  /** What it is about, as the visitor said. */
  readonly description?: string
  /** Who the site says that the visitor is (W11), and what they answered before (W9). */
  readonly identity?: Identity
  readonly fields?: readonly KnownField[]
  readonly page?: Page
  readonly group?: Group
  /** Begun by me: the visitor is in it at once, or asked first (W14). */
  readonly proposed?: 'joined' | 'asked'
  /** How long ago the visitor asked, in ms. */
  readonly ago?: number
  readonly now?: number
}

/** A chat told as a story: each step is an event, a minute after the one before unless it says when. */
export function aChat({
  account = anAccount(),
  visitor = 'Ben Okoye',
  description,
  identity,
  fields,
  page,
  group,
  proposed,
  ago = 10 * minute,
  now = Date.now(),
}: Beginning = {}) {
  const chatId = uuid() as ChatId
  const stream = chatStream(chatId)
  const accountId = account.id
  const visitorActor: Actor = { kind: 'visitor', id: `visitor-${chatId}` as ActorId, name: visitor }
  const me: Actor = { kind: 'agent', ...account.agent }
  const data = noData()
  const internal: EventRow[] = []
  let at = now - ago
  let read = 0
  let change: Partial<ChatRow> = {}

  const happens = (actor: Actor, event: ChatEvent) => {
    const clientId = uuid() as ClientId
    data.events.push({ accountId, chatId, stream, seq: data.events.length + 1, at, actor, clientId, event })
    at = Math.min(now, at + minute / 4)
    return chat
  }
  /** Told to staff alone. */
  const happensInside = (actor: Actor, event: ChatEvent) => {
    const [seq, clientId] = [internal.length + 1, uuid() as ClientId]
    internal.push({ accountId, chatId, stream: internalStream(chatId), seq, at, actor, clientId, event })
    return chat
  }
  const others = (name: string): Actor => ({ kind: 'agent', id: `agent-${name}` as ActorId, name })

  const chat = {
    accountId,
    chatId,
    at(ms: number) {
      at = ms
      return chat
    },
    says: (text: string) => happens(visitorActor, { type: 'message-sent', text }),
    answers: (text: string) => happens(me, { type: 'message-sent', text }),
    accepted: () => happens(me, { type: 'chat-accepted', agent: account.agent }),
    acceptsInvitation: () => happens(visitorActor, { type: 'invitation-accepted' }),
    declinesInvitation: () =>
      happens(visitorActor, { type: 'chat-ended', outcome: 'missed', reason: 'invitation-declined' }),
    takenBy: (name: string) => happens(others(name), { type: 'chat-accepted', agent: { id: others(name).id, name } }),
    colleagueSays: (name: string, text: string) => happens(others(name), { type: 'message-sent', text }),
    ended: (outcome: Outcome = 'completed') => happens(me, { type: 'chat-ended', outcome }),
    endedBy: (name: string) => happens(others(name), { type: 'chat-ended', outcome: 'completed' }),
    /** By me, or by a colleague. */
    observed: (name?: string) => {
      const by = name ? others(name) : me
      return happensInside(by, { type: 'observer-came', agent: { id: by.id, name: by.name }, round: 1 })
    },
    noted: (text: string) => happensInside(me, { type: 'closing-note-set', text }),
    left: () => happens(me, { type: 'agent-left', agent: account.agent }),
    /** It ends in that many ms unless somebody writes. */
    endsIn: (ms: number) => happens(router, { type: 'inactivity-warned', endsAt: now + ms }),
    /** Rings for me alone, for this many ms from now; it begins with ringing for everybody. */
    offeredFor: (ms: number) => {
      chat.notOffered()
      return happensInside(router, {
        type: 'chat-offered',
        agents: [me.id],
        mode: 'one-by-one',
        until: now + ms,
        round: 1,
      })
    },
    /** It rings for a colleague instead. */
    offeredTo: (name: string) => {
      chat.notOffered()
      return happensInside(router, {
        type: 'chat-offered',
        agents: [others(name).id],
        mode: 'one-by-one',
        until: now + minute,
        round: 1,
      })
    },
    notOffered: () => happensInside(router, { type: 'offer-ended', agents: [me.id], reason: 'away', round: 1 }),
    declined: () => happensInside(me, { type: 'request-declined', agent: account.agent, round: 1 }),
    /** The agent has read all that was said so far. */
    read() {
      read = data.events.length
      return chat
    },
    with(more: Partial<Pick<ChatRow, 'silenced'>>) {
      change = { ...change, ...more }
      return chat
    },
    /** How far the visitor is: numbers of the public stream; all of it when not said. */
    visitorHas(delivered = data.events.length, seen = delivered) {
      data.receipts.push({ accountId, chatId, actorId: visitorActor.id, kind: 'visitor', delivered, read: seen })
      return chat
    },
    typing() {
      const { id: actorId } = visitorActor
      data.typing.push({ accountId, chatId, actorId, actor: visitorActor, until: now + 60 * minute })
      return chat
    },
    drafted(text: string) {
      data.drafts.push({ accountId, chatId, text })
      return chat
    },
    unsent(text: string, state: { attempts?: number; refusal?: Refusal } = {}) {
      const { attempts = 0, refusal = null } = state
      queue({ operation: 'sendMessage', text }, attempts, refusal)
      return chat
    },
    /** As long as the server does not have it. */
    begun(command: OutboxRow['command'], refusal: Refusal | null) {
      queue(command, 1, refusal)
      return chat
    },
    underWay(operation: 'acceptChat' | 'declineChat' | 'endChat' | 'leaveChat' | 'followUp') {
      queue({ operation }, 0, null)
      return chat
    },
    /** What only staff is told: rows of the internal stream. */
    inside: (): EventRow[] => internal,
    /** The rows of all that was told to the visitor too, and of the chat that it makes. */
    rows(): DeskData {
      const folded = foldChat(data.events, internal)
      if (!folded) throw new Error('A chat begins with a request')
      const isFromVisitor = (row: EventRow) => row.event.type === 'message-sent' && row.actor.kind === 'visitor'
      const row = { ...chatRow(accountId, folded, account.agent.id), read }
      const counts = row.list === 'mine' || row.list === 'ended'
      const unread = counts ? data.events.filter((event) => isFromVisitor(event) && event.seq > read).length : 0
      return { ...data, chats: [{ ...row, unread, ...change }] }
    },
  }
  const queue = (command: OutboxRow['command'], attempts: number, refusal: Refusal | null) =>
    data.outbox.push({
      clientId: uuid() as ClientId,
      accountId,
      chatId,
      command,
      createdAt: now,
      order: ++made,
      attempts,
      // Far away: the background must not send it while somebody looks.
      nextTryAt: now + 60 * minute,
      refusal,
    })

  const beginning = {
    visitor: { id: visitorActor.id, name: visitor },
    page: page ?? { url: 'https://shop.example/shoes/trail-runner', title: 'Trail Runner 2' },
    language: 'en',
    ...(group && { group }),
  }
  if (proposed)
    return happens(me, { type: 'chat-proposed', ...beginning, agent: account.agent, asked: proposed === 'asked' })
  happensInside(router, { type: 'chat-offered', agents: [me.id], mode: 'ring-all', until: null, round: 1 })
  const said = { ...(description && { description }), ...(fields && { fields: [...fields] }) }
  return happens(visitorActor, { type: 'chat-requested', ...beginning, ...said, ...(identity && { identity }) })
}
export type ChatStory = ReturnType<typeof aChat>

export function aNotice(change: Partial<NoticeRow> = {}): NoticeRow {
  return {
    id: uuid(),
    accountId: anAccount().id,
    chatId: null,
    at: Date.now(),
    notice: { type: 'taken-by-other', visitor: 'Ben Okoye', agent: 'Mia Chen' },
    ...change,
  }
}

/** Somebody whom nobody has helped yet. */
export function aFollowUp(
  list: FollowUpRow['list'],
  more: Partial<FollowUp> = {},
  { account = anAccount(), visitor = 'Ines Duarte', ago = 90 * minute } = {},
): FollowUpRow {
  const chatId = uuid() as ChatId
  const endedAt = Date.now() - ago
  const followUp: FollowUp = {
    chat: {
      chatId,
      phase: 'ended',
      visitor: { id: `visitor-${chatId}` as ActorId, name: visitor },
      agents: [],
      outcome: list === 'callbacks' ? 'callback' : 'abandoned',
      group: null,
      requestedAt: endedAt - minute,
      lastActivityAt: endedAt,
    },
    endedAt,
    callback: null,
    leftMessage: null,
    answered: false,
    ...more,
  }
  return { accountId: account.id, chatId, list, endedAt, followUp }
}

/** Everything in one: accounts, notices and chats. */
export const deskOf = (
  accounts: readonly AccountRow[],
  chats: readonly ChatStory[],
  notices: readonly NoticeRow[] = [],
  followUps: readonly FollowUpRow[] = [],
): DeskData =>
  chats
    .map((chat) => ({ ...chat.rows(), inside: chat.inside() }))
    .reduce<DeskData>(
      (all, rows) => ({
        accounts: all.accounts,
        chats: [...all.chats, ...rows.chats],
        events: [...all.events, ...rows.events, ...rows.inside],
        receipts: [...all.receipts, ...rows.receipts],
        outbox: [...all.outbox, ...rows.outbox],
        drafts: [...all.drafts, ...rows.drafts],
        typing: [...all.typing, ...rows.typing],
        notices: all.notices,
        followUps: all.followUps,
        visitors: all.visitors,
        visitorLists: all.visitorLists,
        visits: all.visits,
      }),
      { ...noData(), accounts: [...accounts], notices: [...notices], followUps: [...followUps] },
    )
