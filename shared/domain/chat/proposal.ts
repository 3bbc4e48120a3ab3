import type { Outcome } from '#shared/contract/events.ts'
import type { Chat } from './chat.ts'

/** Whether a chat that an agent began is still the agent's alone: its visitor has neither accepted nor written. */
export const isUntaken = (chat: Chat): boolean =>
  chat.phase === 'active' &&
  (chat.invitation === 'asked' || (chat.invitation === 'joined' && chat.lastVisitorMessage === 0))

/** How an active chat ends: one whose visitor is still asked has missed them. */
export const outcomeOf = (chat: Chat): Outcome => (chat.invitation === 'asked' ? 'missed' : 'completed')
