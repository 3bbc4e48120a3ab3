import { Dexie, type EntityTable, type Table } from 'dexie'
import type { OutboxCommand, OutboxItem } from '#shared/client/outbox.ts'
import type { Actor, Person } from '#shared/contract/actors.ts'
import type { FollowUp, Realtime, Role } from '#shared/contract/answers.ts'
import type { OfferMode, StoredEvent } from '#shared/contract/events.ts'
import type { Status } from '#shared/contract/groups.ts'
import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId, ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { AgentPresence } from '#shared/contract/presence.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { GroupRow } from './group-row.ts'
import { knowOffers } from './know-offers.ts'
import type { MonitorRow } from './monitor-row.ts'
import type { SettingRow } from './settings.ts'
import type { TeamRow } from './team-row.ts'

/** One sign-in: a person on a server. Made by this browser, never sent. */
export type AccountId = string & { readonly accountId: true }

/**
 * `online`: subscribed and caught up. `connecting`: trying. `offline`: the network or the server is away, tried again by itself.
 * `signed-out`: the server no longer knows the session; only signing in again helps. Drafts and outbox are kept in all of them.
 */
export type AccountState = 'connecting' | 'online' | 'offline' | 'signed-out'

export interface AccountRow {
  readonly id: AccountId
  /** Origin, without a slash at the end. */
  readonly serverUrl: string
  readonly username: string
  readonly agent: Person
  /** Missing until the server has said. Administrators administer it in the options. */
  readonly role?: Role
  /** Whether this agent may observe chats (L6); missing until the server has said. */
  readonly mayObserve?: boolean
  /** Bearer token; null after a sign-out. For the background alone: no surface shows or logs it. */
  readonly token: string | null
  /** Which of the accounts' colours (0–7): `--account-0` … in the interface (A5). */
  readonly color: number
  readonly state: AccountState
  /** How colleagues see this agent, as the server said last (P1); missing until it has. */
  readonly presence?: AgentPresence
  /** What its agent can choose; missing until the server has said. */
  readonly statuses?: readonly Status[]
  readonly realtime: Realtime
  /** The log that the local copy is of (S7). */
  readonly logId: string | null
  /** Until when it is known whose words the server erased, ms since 1970 by the server's clock; missing before it was asked. */
  readonly erasedUntil?: number
  /** Place in the list of accounts. */
  readonly order: number
}

/** Which list shows a chat: requests that wait, my active chats, my ended ones; `observed` and `gone` are in none: I read along, or another agent has it, or the visitor left. */
export type ChatList = 'waiting' | 'mine' | 'ended' | 'observed' | 'gone'

/** This account's agent is rung for a chat. */
export interface MyOffer {
  readonly mode: OfferMode
  /** When it ends by the server's clock, and by this browser's: ms since 1970. Nothing: when somebody takes the chat. */
  readonly until: number | null
  readonly answerBy: number | null
}

export interface ChatRow {
  readonly accountId: AccountId
  readonly chatId: ChatId
  /** As its events leave it. */
  readonly chat: Chat
  /** This account's agent asked a colleague for it: what the colleague writes is what comes in. */
  readonly isAsker?: true
  readonly list: ChatList
  readonly requestedAt: number
  readonly lastActivityAt: number
  /** What the other side wrote after `read`, in a chat that is or was mine; 0 elsewhere. */
  readonly unread: number
  /** Rings for this account's agent; nothing for one that waits for others (R1). */
  readonly offer: MyOffer | null
  /** This account's agent pressed Decline: it waits on, but rings here no more unless it is offered again. */
  readonly declined: boolean
  /** The agent silenced this request's ring in this browser (A22). */
  readonly silenced: boolean
  /** How far this browser has received and read the public stream; ahead of `reported…` until the server has been told (S10). */
  readonly delivered: number
  readonly read: number
  readonly reportedDelivered: number
  readonly reportedRead: number
  /** 1 when the server does not know yet how far this is. A number, for the index. */
  readonly receiptDue: 0 | 1
}

export interface EventRow extends StoredEvent {
  readonly accountId: AccountId
  readonly chatId: ChatId
}

export interface CursorRow {
  readonly accountId: AccountId
  readonly stream: StreamId
  /** Number of the last event held. */
  readonly seq: number
}

/** How far another participant is. One's own is in the chat row. */
export interface ReceiptRow extends Receipt {
  readonly accountId: AccountId
}

/** Visitors start chats, agents do not. */
export type AgentCommand = Exclude<OutboxCommand, { readonly operation: 'startChat' }>

export interface OutboxRow extends OutboxItem {
  readonly accountId: AccountId
  readonly command: AgentCommand
}

export interface DraftRow {
  readonly accountId: AccountId
  readonly chatId: ChatId
  readonly text: string
}

export interface TypingRow {
  readonly accountId: AccountId
  readonly chatId: ChatId
  readonly actorId: ActorId
  readonly actor: Actor
  /** Holds until then, ms since 1970. The background deletes it; a surface must still look, for the worker may be dead. */
  readonly until: number
}

/** Something a person must be told, until they have seen it. */
export interface NoticeRow {
  readonly id: string
  readonly accountId: AccountId
  readonly chatId: ChatId | null
  readonly at: number
  readonly notice: Notice
}
export type Notice =
  /** Another agent was first (R3). */
  | { readonly type: 'taken-by-other'; readonly visitor: string; readonly agent: string }
  /** An accept or end was refused for another reason: the visitor had left before. */
  | { readonly type: 'refused'; readonly visitor: string; readonly message: string }
  /** A message was refused. It stays in the outbox, under this notice's id, until it is tried again or discarded. */
  | { readonly type: 'not-sent'; readonly visitor: string; readonly message: string; readonly text: string }

/** Somebody who was not helped yet, as the server said last (R12, A26). */
export interface FollowUpRow {
  readonly accountId: AccountId
  readonly chatId: ChatId
  readonly list: FollowUpList
  readonly endedAt: number
  readonly followUp: FollowUp
}

/** Somebody who is on the sites now, as the server said last (A3). */
export interface VisitorRow {
  readonly accountId: AccountId
  readonly visitorId: ActorId
  readonly arrivedAt: number
  readonly seen: OnlineVisitor
}

/** How far an account's visitors are known. */
export interface VisitorListRow {
  readonly accountId: AccountId
  /** When the server answered last, ms since 1970 by this browser's clock. */
  readonly answeredAt: number
  /** This browser's clock before the server's, ms. */
  readonly ahead: number
  /** All who are there, when that is more than are listed here. */
  readonly total: number | null
  /** Why the last question had no answer, in words. */
  readonly problem: string | null
}

/** What is known of the visitor of a chat that somebody looks at (A10). */
export interface VisitRow {
  readonly accountId: AccountId
  readonly visitorId: ActorId
  /** Nothing when they are not on the sites. */
  readonly seen: OnlineVisitor | null
  /** How many they have had, and are in. */
  readonly chats: number
  /** Who the site says that they are (W11), and what they said last before chats (W9). An earlier version kept neither. */
  readonly identity?: Identity | null
  readonly fields?: readonly KnownField[]
  /** As of the list. */
  readonly ahead: number
  readonly answeredAt: number
}

/** A visible surface that shows a chat: no notification for what the agent is looking at. Expires when the surface dies. */
export interface ViewRow {
  /** One per open page. */
  readonly surfaceId: string
  readonly accountId: AccountId
  readonly chatId: ChatId
  readonly until: number
}

/** A notification that was shown for something: kept until that is over, so that what the agent closed does not come back. */
export interface AlertRow {
  /** What it is about and which chat: see `alert-id.ts`. */
  readonly id: string
  /** The message number it told of; a higher one alerts anew. */
  readonly version: number
  readonly text: string
}

type Db = Dexie & {
  accounts: EntityTable<AccountRow, 'id'>
  chats: Table<ChatRow, [AccountId, ChatId]>
  events: Table<EventRow, [AccountId, StreamId, number]>
  cursors: Table<CursorRow, [AccountId, StreamId]>
  receipts: Table<ReceiptRow, [AccountId, ChatId, ActorId]>
  outbox: Table<OutboxRow, ClientId>
  drafts: Table<DraftRow, [AccountId, ChatId]>
  typing: Table<TypingRow, [AccountId, ChatId, ActorId]>
  notices: EntityTable<NoticeRow, 'id'>
  followUps: Table<FollowUpRow, [AccountId, ChatId]>
  visitors: Table<VisitorRow, [AccountId, ActorId]>
  visitorLists: EntityTable<VisitorListRow, 'accountId'>
  visits: Table<VisitRow, [AccountId, ActorId]>
  groups: Table<GroupRow, [AccountId, GroupId]>
  monitors: Table<MonitorRow, [AccountId, ChatId]>
  team: Table<TeamRow, [AccountId, ActorId]>
  views: EntityTable<ViewRow, 'surfaceId'>
  alerts: EntityTable<AlertRow, 'id'>
  settings: Table<SettingRow, string>
}

/** The truth of the extension: the background writes it, every surface reads it through live queries. */
export const db = new Dexie('deskbell') as Db

db.version(1).stores({
  accounts: 'id, order',
  // [list+…] serve the lists and the badge over all accounts; [accountId+…] the streams to resume and the receipts to send.
  chats:
    '[accountId+chatId], [accountId+list], [accountId+receiptDue], [list+requestedAt], [list+lastActivityAt], [list+unread]',
  events: '[accountId+stream+seq], [accountId+chatId]',
  cursors: '[accountId+stream]',
  receipts: '[accountId+chatId+actorId]',
  outbox: 'clientId, order, [accountId+chatId]',
  drafts: '[accountId+chatId]',
  typing: '[accountId+chatId+actorId]',
  notices: 'id, at, [accountId+chatId]',
  views: 'surfaceId',
  alerts: 'id',
  settings: 'key',
})

db.version(2).stores({ followUps: '[accountId+chatId], [list+endedAt]' }).upgrade(knowOffers)

db.version(3).stores({
  visitors: '[accountId+visitorId], [accountId+arrivedAt], arrivedAt',
  visitorLists: 'accountId',
  visits: '[accountId+visitorId]',
})

db.version(4).stores({ groups: '[accountId+groupId]', monitors: '[accountId+chatId]' })

db.version(5).stores({ team: '[accountId+agentId]' })
