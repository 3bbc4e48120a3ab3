import type { ActorId } from '#shared/contract/ids.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Guard } from '../../log/append.ts'
import type { Database } from '../../store/database.ts'
import { lockOnline } from './online-visitor.ts'
import { openChatsOf } from './open-chats.ts'

/**
 * Lets an agent begin a chat only with a visitor who is online (P4) and in no open chat. Holds the visitor's row until the
 * chat is stored, so that of two agents at once one is refused.
 */
export const proposalGuard =
  (kind: Database['kind'], visitor: ActorId, now: number): Guard =>
  async (tx) => {
    const online = await lockOnline(tx, kind, visitor)
    if (!online || online.state === 'gone' || online.lease_until <= now)
      return refuse('visitor-not-online', 'This visitor has left the site. Nothing was sent.')
    if (online.state === 'away')
      return refuse('visitor-not-online', 'This visitor is away just now. Nothing was sent; write when they are back.')
    if ((await openChatsOf(tx, [visitor])).has(visitor))
      return refuse('already-started', 'This visitor is in a chat already. Nothing was sent.')
    return null
  }
