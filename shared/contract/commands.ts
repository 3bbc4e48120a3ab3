import type { Person } from './actors.ts'
import type { Fallback, FallbackReason, OfferEnd, OfferMode, Page } from './events.ts'
import type { Callback, Group, VisitorMayEnd } from './groups.ts'
import type { Identity } from './identity.ts'
import type { ActorId, ChatId } from './ids.ts'
import type { KnownField } from './visitor-fields.ts'

type About<Type extends string, More = unknown> = { readonly type: Type; readonly chatId: ChatId } & Readonly<More>

/** Everything a person can ask of a chat. */
export type PersonsCommand =
  | About<'start-chat', Beginning>
  /** An agent asks a colleague for a chat (A14). */
  | About<'ask-colleague', { to: Person; text: string }>
  /** For visitors whose chat has ended: how long after it they reopen it by writing, in seconds. Without it, or with nothing, they do not. */
  | About<'send-message', { text: string; reopenWithin?: number | null }>
  /** An agent's, to a visitor who is there. */
  | About<'propose-chat', Proposal>
  | About<'answer-invitation', { accept: boolean }>
  | About<'accept-chat'>
  | About<'decline-chat'>
  /** For visitors: their group's policy, and whether it is open just now. Without it they may not. */
  | About<'end-chat', { rule?: EndRule; note?: string }>
  | About<'leave-chat'>
  | About<'join-chat'>
  /** `permitted`: whether this agent may observe at all. */
  | About<'observe-chat', { permitted: boolean }>
  | About<'stop-observing'>
  | About<'move-chat', { group: Group }>
  | About<'set-closing-note', { text: string }>
  /** `open` as in EndRule. With a beginning also where there is no chat yet. */
  | About<'request-callback', { callback: Callback; open: boolean; begin?: Beginning }>
  | About<'leave-message', { email: string; text: string; open: boolean; begin?: Beginning }>
  | About<'answer-by-mail', { text: string }>
  /** The visitor's own: ends it, and erases what was written in it (W31). */
  | About<'erase-visitor'>
  | About<'follow-up'>

export interface Beginning {
  readonly page: Page
  readonly language: string
  readonly group?: Group
  readonly description?: string
  readonly identity?: Identity
  readonly fields?: readonly KnownField[]
}

export interface Proposal {
  readonly visitor: Person
  readonly page: Page
  readonly language: string
  readonly group: Group
  /** Whether the visitor has to accept first. */
  readonly asked: boolean
  /** The agent's first message. */
  readonly text: string
}

export interface EndRule {
  readonly policy: VisitorMayEnd
  readonly open: boolean
}

/** What routing and timers do to a chat. Each does nothing when it comes too late. */
export type SystemCommand =
  | About<'offer-chat', { agents: readonly ActorId[]; mode: OfferMode; until: number | null; round: number }>
  /** `until`: only offers that end by then, ms since 1970. */
  | About<'end-offers', { agents: readonly ActorId[]; reason: OfferEnd; until?: number }>
  | About<'exhaust-offers', { round: number }>
  | About<'announce-fallback', { reason: FallbackReason; options: readonly Fallback[]; round: number }>
  /** `since`: the activity after which nothing happened; newer activity makes both come too late. */
  | About<'warn-of-inactivity', { since: number; endsAt: number }>
  | About<'end-inactive', { since: number }>
  | About<'change-group', { group: Group }>
  | About<'refuse-mail', { reason: string }>

export type ChatCommand = PersonsCommand | SystemCommand
