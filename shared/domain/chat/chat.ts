import type { ActorKind, Person } from '#shared/contract/actors.ts'
import type { Outcome, Page } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'

interface Common {
  readonly id: ChatId
  readonly visitor: Person
  readonly page: Page
  readonly language: string
  readonly requestedAt: number
  readonly lastActivityAt: number
  readonly lastMessage: LastMessage | null
  /** Number of the last message from each side; 0 when there is none. Compared with a receipt it tells what is unread. */
  readonly lastVisitorMessage: number
  readonly lastAgentMessage: number
  /** Agents who do not want to be rung for it. Known to staff alone. */
  readonly declinedBy: readonly ActorId[]
}

export interface LastMessage {
  readonly by: ActorKind
  readonly text: string
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
  readonly outcome: Outcome
}

/** A chat as its events leave it (L3). */
export type Chat = WaitingChat | ActiveChat | EndedChat

export const isIn = (chat: Chat, actor: ActorId) => chat.agents.some((agent) => agent.id === actor)
