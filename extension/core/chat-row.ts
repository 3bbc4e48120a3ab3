import type { ActorId } from '#shared/contract/ids.ts'
import { type Chat, isIn } from '#shared/domain/chat/chat.ts'
import { isObserving } from '#shared/domain/chat/observing.ts'
import type { AccountId, ChatList, ChatRow, MyOffer } from './db.ts'
import { myOffer } from './my-offer.ts'
import { asks, lastReceived } from './other-side.ts'
import { receiptDue } from './receipt-due.ts'

/**
 * The row of a chat, but for its unread count, which takes the events.
 * @param me the account's agent
 * @param before the row so far: what the agent did in this browser (silenced, read) is kept
 * @param ahead this browser's clock before the server's, ms
 */
export function chatRow(
  accountId: AccountId,
  chat: Chat,
  me: ActorId,
  before?: ChatRow,
  ahead = 0,
): Omit<ChatRow, 'unread'> {
  const list = listOf(chat, me)
  const side = { chat, ...(asks(chat, me) && { isAsker: true as const }) }
  const received = list === 'mine' ? lastReceived(side) : 0
  const offer = myOffer(chat, me, before?.offer ?? null, ahead)
  const reached = {
    delivered: Math.max(before?.delivered ?? 0, received),
    read: before?.read ?? 0,
    reportedDelivered: before?.reportedDelivered ?? 0,
    reportedRead: before?.reportedRead ?? 0,
  }
  return {
    accountId,
    chatId: chat.id,
    ...side,
    list,
    requestedAt: chat.requestedAt,
    lastActivityAt: chat.lastActivityAt,
    offer,
    declined: chat.declinedBy.includes(me),
    silenced: before?.silenced === true && !ringsAnew(before, chat, offer),
    ...reached,
    receiptDue: receiptDue({ ...side, ...reached }),
  }
}

const listOf = (chat: Chat, me: ActorId): ChatList => {
  if (asks(chat, me)) return chat.phase === 'ended' ? 'ended' : 'mine'
  if (chat.phase === 'waiting') return 'waiting'
  if (!isIn(chat, me)) return isObserving(chat, me) ? 'observed' : 'gone'
  return chat.phase === 'active' ? 'mine' : 'ended'
}

/**
 * Whether a request that was silenced is to be heard again: this agent alone is asked once more, all are because everybody was, or
 * it waits for another time. A line that broke and came back is none of these.
 */
const ringsAnew = (before: ChatRow, chat: Chat, offer: MyOffer | null) =>
  (offer?.mode === 'one-by-one' && offer !== before.offer) ||
  (chat.offering.exhausted && !before.chat.offering.exhausted) ||
  chat.round !== before.chat.round
