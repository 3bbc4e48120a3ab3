import type { VisitorMayEnd } from '#shared/contract/groups.ts'
import type { Chat } from './chat.ts'
import { isUntaken } from './proposal.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * Whether the visitor may end their own chat (W22). By default: when it has been unanswered for a minute, outside office
 * hours, or after more than an hour without activity; and always one that an agent began while they have not written in it.
 * @param open whether the group is open now
 * @param now ms since 1970
 */
export function mayVisitorEnd(chat: Chat, policy: VisitorMayEnd, open: boolean, now: number): boolean {
  if (chat.phase === 'ended') return false
  // They did not ask for it.
  if (isUntaken(chat)) return true
  if (policy !== 'default') return policy === 'always'
  return !open || hasWaited(chat, minute, now) || now - chat.lastActivityAt > hour
}

/** Whether the visitor may choose a callback or leave a message instead of waiting (W17, W23). */
export function mayChooseOtherWay(chat: Chat, open: boolean, now: number): boolean {
  return chat.phase === 'waiting' && (!open || chat.fallback !== null || hasWaited(chat, minute, now))
}

/**
 * Until when the visitor reopens an ended chat by writing in it, ms since 1970; nothing when that begins a new one. A chat that
 * ended with a callback or a message that was left goes on by telephone or e-mail; an invitation that was declined was no chat.
 * @param within seconds after the end, as the group has it; nothing: never
 */
export function reopensUntil(chat: Chat, within: number | null): number | null {
  if (chat.phase !== 'ended' || within === null || chat.callback || chat.leftMessage) return null
  return chat.invitation === 'asked' ? null : chat.endedAt + within * 1000
}

/** Nobody has taken it, or nobody has answered what the visitor wrote, for that long. */
function hasWaited(chat: Chat, atLeast: number, now: number): boolean {
  if (chat.phase === 'waiting') return now - chat.waitingSince >= atLeast
  const { lastMessage } = chat
  return lastMessage?.by === 'visitor' && now - lastMessage.at >= atLeast
}
