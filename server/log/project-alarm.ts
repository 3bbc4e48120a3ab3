import type { Transaction } from 'kysely'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { liveOffers } from '#shared/domain/chat/offering.ts'
import { removeAlarm, setAlarm } from '../store/alarm.ts'
import type { Tables } from '../store/tables.ts'

/** Every chat that is not over has one timer, under its id: when somebody has to look at it again. */
export const chatTimer = 'chat'

/**
 * Sets a chat's timer in the append's own transaction: at once after a change that asks for a look, else for the end of an
 * offer. A process that dies after the commit leaves it to the others.
 */
export async function projectAlarm(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat, at: number) {
  if (chat.phase === 'ended') {
    if (before?.phase !== 'ended') await removeAlarm(tx, chatTimer, chat.id)
    return
  }
  const due = asksForALook(before, chat) ? [at] : liveOffers(chat).flatMap(({ until }) => until ?? [])
  const known = new Set(before ? liveOffers(before).flatMap(({ until }) => until ?? []) : [])
  const fresh = due.filter((time) => time === at || !known.has(time))
  if (fresh.length) await setAlarm(tx, chatTimer, chat.id, Math.min(...fresh))
}

function asksForALook(before: Chat | undefined, chat: Chat): boolean {
  if (!before || before.phase !== chat.phase || before.round !== chat.round) return true
  if (before.group?.id !== chat.group?.id || before.fallback !== chat.fallback) return true
  // An offer less: somebody else's turn.
  const ringing = new Set(liveOffers(chat).map(({ agent }) => agent))
  return liveOffers(before).some(({ agent }) => !ringing.has(agent))
}
