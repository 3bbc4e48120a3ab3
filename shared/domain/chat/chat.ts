import type { ActorKind, Person } from '#shared/contract/actors.ts'
import type { Fallback, FallbackReason, Outcome, Page } from '#shared/contract/events.ts'
import type { Callback, Group } from '#shared/contract/groups.ts'
import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import type { Offering } from './offering.ts'

interface Common {
  readonly id: ChatId
  /** Who asked for it: of a chat between colleagues, the agent who did. */
  readonly visitor: Person
  /** The colleague who was asked, in a chat between agents (A14). */
  readonly to: Person | null
  readonly page: Page
  readonly language: string
  /** Nothing in chats that are older than groups: they count as Everyone's. */
  readonly group: Group | null
  /** What it is about, as the visitor said before it began. */
  readonly description: string | null
  /** Who the site says that the visitor is, signed (W11). Missing when it says nothing. */
  readonly identity?: Identity
  /** What the visitor answered before it began (W9), unsigned. */
  readonly fields?: readonly KnownField[]
  readonly requestedAt: number
  /** Since when it waits; of a chat that does not wait, since when it did last. */
  readonly waitingSince: number
  /** How often it began to wait. */
  readonly round: number
  readonly lastActivityAt: number
  /** When the last thing that the visitor sees happened. */
  readonly lastEventAt: number
  readonly lastMessage: LastMessage | null
  /**
   * Number of the last message from each side, whoever asked for it being the visitor; 0 when there is none. Compared with
   * a receipt it tells what is unread.
   */
  readonly lastVisitorMessage: number
  readonly lastAgentMessage: number
  /** When the first of the visitor's messages came that no agent has answered; in chats of earlier versions it may be missing. */
  readonly unansweredSince?: number | null
  /** Agents who do not want to be rung for it. Known to staff alone. */
  readonly declinedBy: readonly ActorId[]
  /** Who was and is rung, in the round that was offered last. Known to staff alone. */
  readonly offering: Offering
  /** Of a chat that an agent began: whether the visitor was in it at once, is asked, or has accepted. */
  readonly invitation: Invitation | null
  /** Agents who were in it when it ended, of a chat that was reopened since: they are rung first. */
  readonly returnsTo?: readonly ActorId[]
  /**
   * Agents who read along, each in a round. Known to staff alone; `observersOf` says who does so now. In chats that an extension
   * kept from an earlier version it may be missing.
   */
  readonly observers?: readonly Observer[]
  /** Agents who were in it and left. */
  readonly left: readonly ActorId[]
  /** What was announced while it waits. */
  readonly fallback: AnnouncedFallback | null
  /** When it ends unless somebody writes, ms since 1970. */
  readonly endsAt: number | null
  readonly callback: Callback | null
  readonly leftMessage: { readonly email: string; readonly text: string } | null
  /** Whether that message was answered. */
  readonly mailAnswered: boolean
  /** Why the answer did not reach the visitor. Known to staff alone. */
  readonly mailRefused: string | null
  /** Known to staff alone. */
  readonly closingNote: string | null
  readonly followedUpBy: Person | null
  /** The round in which it was; nothing: the first. */
  readonly followedUpRound?: number
  /** The visitor had themself forgotten: nothing is left but that it was, and when (W31). */
  readonly erased?: true
}

/** While `asked` the visitor is not in the chat; an ended chat that still says so was not accepted. */
export type Invitation = 'joined' | 'asked' | 'accepted'

export interface Observer extends Person {
  readonly round: number
}

export interface LastMessage {
  /** From which side: `visitor` is whoever asked for the chat. */
  readonly by: ActorKind
  readonly text: string
  readonly at: number
}

export interface AnnouncedFallback {
  readonly reason: FallbackReason
  readonly options: readonly Fallback[]
  readonly at: number
}

export type WaitingChat = Common & { readonly phase: 'waiting'; readonly agents: readonly [] }
export type ActiveChat = Common & {
  readonly phase: 'active'
  readonly agents: readonly [Person, ...Person[]]
  readonly acceptedAt: number
}
export type EndedChat = Common & {
  readonly phase: 'ended'
  readonly agents: readonly Person[]
  readonly endedAt: number
  readonly endedBy: ActorId
  readonly outcome: Outcome
}

/** A chat as its events leave it (L3). */
export type Chat = WaitingChat | ActiveChat | EndedChat

/** Whether an actor is one of the people who talk in it: whoever asked for it, or an agent who is in it. */
export const takesPart = (chat: Chat, actor: ActorId) => chat.visitor.id === actor || isIn(chat, actor)

export const isIn = (chat: Chat, actor: ActorId) => chat.agents.some((agent) => agent.id === actor)

/** When the first message came that the visitor has no answer to, ms since 1970. Of a chat that an earlier version kept: the last one. */
export const unansweredSince = ({ unansweredSince: since, lastMessage }: Chat): number | null =>
  since !== undefined ? since : lastMessage?.by === 'visitor' ? lastMessage.at : null
