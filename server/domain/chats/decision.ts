import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'

/** What a command leads to: events for the stream everybody sees and for the staff's, or a refusal that changes nothing. */
export type Decision =
  | { readonly shown: readonly ChatEvent[]; readonly internal: readonly ChatEvent[] }
  | { readonly refusal: Refusal }

export type Of<T extends ChatCommand['type']> = Extract<ChatCommand, { type: T }>

/** `now` in ms since 1970. */
export type Deciders<T extends ChatCommand['type']> = {
  readonly [K in T]: (chat: Chat, command: Of<K>, actor: Actor, now: number) => Decision
}

export const shown = (...events: ChatEvent[]): Decision => ({ shown: events, internal: [] })
export const internal = (...events: ChatEvent[]): Decision => ({ shown: [], internal: events })
export const no = (...refusal: Parameters<typeof refuse>): Decision => ({ refusal: refuse(...refusal) })
export const nothing: Decision = { shown: [], internal: [] }
export const isEmpty = (decision: Decision) =>
  'shown' in decision && !decision.shown.length && !decision.internal.length

export const ended = no('chat-ended', 'This chat has ended. What you wrote was not sent.')
export const onlyAgents = no('forbidden', 'Only an agent can do this.')
export const onlyVisitors = no('forbidden', 'Only the visitor can do this.')
export const notIn = no('not-in-chat', 'You are not in this chat.')

export const personOf = ({ id, name }: Actor) => ({ id, name })
