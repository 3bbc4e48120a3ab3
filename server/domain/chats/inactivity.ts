import type { Chat } from '#shared/domain/chat/chat.ts'

const minute = 60_000

/** What inactivity asks for. `since` is the last activity, `until` when to look again; ms since 1970. */
export type InactivityStep =
  | { readonly do: 'wait'; readonly until: number | null }
  | { readonly do: 'warn'; readonly since: number; readonly endsAt: number }
  | { readonly do: 'end'; readonly since: number }

/**
 * Whether an open chat ends for inactivity (L1), and that both sides are warned a minute before, a whole minute also when
 * the server was down meanwhile.
 * @param endAfter seconds; nothing: never
 */
export function inactivityStep(chat: Chat, endAfter: number | null, now: number): InactivityStep {
  const since = inactiveSince(chat)
  if (since === null || endAfter === null) return { do: 'wait', until: null }
  if (chat.endsAt !== null) return now < chat.endsAt ? { do: 'wait', until: chat.endsAt } : { do: 'end', since }
  const warnAt = since + endAfter * 1000 - minute
  return now < warnAt ? { do: 'wait', until: warnAt } : { do: 'warn', since, endsAt: now + minute }
}

/**
 * A visitor who waits in the queue is not inactive: not until they were told that nobody comes soon. Colleagues end their
 * chats themselves.
 */
export function inactiveSince(chat: Chat): number | null {
  if (chat.phase === 'ended' || chat.to) return null
  if (chat.phase === 'active') return chat.lastActivityAt
  return chat.fallback && Math.max(chat.lastActivityAt, chat.fallback.at)
}
