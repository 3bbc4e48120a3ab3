import type { ActorId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { liveOffers } from '#shared/domain/chat/offering.ts'
import type { MyOffer } from './db.ts'

/**
 * The offer that rings for an agent; nothing when the chat is not theirs to answer. What was counted down so far counts on.
 * @param before the offer so far
 * @param ahead this browser's clock before the server's, ms
 */
export function myOffer(chat: Chat, me: ActorId, before: MyOffer | null, ahead: number): MyOffer | null {
  const offer = liveOffers(chat).find(({ agent }) => agent === me)
  if (!offer) return null
  const { mode, until } = offer
  if (before?.mode === mode && before.until === until) return before
  return { mode, until, answerBy: until === null ? null : until + ahead }
}

/** Whether it still rings. The server says the same soon after. @param now ms since 1970, by this browser's clock */
export const isRunning = (offer: MyOffer | null, now: number): offer is MyOffer =>
  offer !== null && (offer.answerBy === null || offer.answerBy > now)
