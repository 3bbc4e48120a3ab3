import { type Chat, unansweredSince } from '../chat/chat.ts'

/** How soon a group wants its visitors answered, in seconds; nothing: it promises nothing. */
export interface Targets {
  /** From the request to an agent's first message. */
  readonly firstAnswerTarget: number | null
  /** From the first message without an answer to the answer. */
  readonly nextAnswerTarget: number | null
}

/** An answer that somebody waits for, and by when it is due. Times in ms since 1970, by the server's clock. */
export interface ServiceLevel {
  readonly answer: 'first' | 'next'
  readonly warnAt: number
  readonly dueAt: number
  readonly state: 'ok' | 'warning' | 'breached'
}

/** Of the time that there is, how much may pass before somebody is warned. */
const warnedAfter = 0.8

/**
 * How a chat stands against its group's targets (R14). Nothing when nobody waits for an answer, or nothing was promised: a
 * colleague is promised nothing, and whoever is asked to join is not waiting yet.
 * @param now ms since 1970
 */
export function serviceLevel(chat: Chat, targets: Targets, now: number): ServiceLevel | null {
  const awaited = awaitedAnswer(chat)
  const target = awaited && targets[`${awaited.answer}AnswerTarget`]
  if (!awaited || target === null) return null
  const { answer, since } = awaited
  const dueAt = since + target * 1000
  const warnAt = since + Math.round(target * 1000 * warnedAfter)
  return { answer, warnAt, dueAt, state: now >= dueAt ? 'breached' : now >= warnAt ? 'warning' : 'ok' }
}

function awaitedAnswer(chat: Chat): { readonly answer: ServiceLevel['answer']; readonly since: number } | null {
  if (chat.phase === 'ended' || chat.to || chat.invitation === 'asked') return null
  if (chat.lastAgentMessage === 0) return { answer: 'first', since: chat.requestedAt }
  const since = unansweredSince(chat)
  return since === null ? null : { answer: 'next', since }
}

/** Those whose answer is due first come first; then those without a promise, as long as they have waited. For sorting. */
export const byUrgency = (
  one: { readonly dueAt: number | null; readonly since: number },
  other: { readonly dueAt: number | null; readonly since: number },
): number => (one.dueAt ?? Number.MAX_VALUE) - (other.dueAt ?? Number.MAX_VALUE) || one.since - other.since
