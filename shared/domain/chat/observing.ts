import type { Person } from '#shared/contract/actors.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type Chat, isIn, type Observer } from './chat.ts'

type ObserverEvent = Extract<ChatEvent, { type: 'observer-came' | 'observer-left' }>

/**
 * Who reads along now (L6). Nobody does once the chat is over or waits: they read along in one round, so that what the two
 * streams say comes to the same in whichever order they are read.
 */
export const observersOf = (chat: Chat): readonly Person[] =>
  chat.phase === 'active' ? observersInRound(chat).filter(({ id }) => !isIn(chat, id)) : []

/** Those, and whoever did so until the chat ended. */
export const observersInRound = (chat: Chat): readonly Observer[] =>
  (chat.observers ?? []).filter(({ round }) => round === chat.round)

export const isObserving = (chat: Chat, actor: ActorId) => observersOf(chat).some(({ id }) => id === actor)

/** Those of earlier rounds go, with whoever comes into a later one. */
export function applyToObservers(
  observers: readonly Observer[] | undefined,
  event: ObserverEvent,
): readonly Observer[] {
  const { agent, round, type } = event
  const others = (observers ?? []).filter((observer) => observer.round === round && observer.id !== agent.id)
  return type === 'observer-came' ? [...others, { ...agent, round }] : others
}
