import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { leave } from './membership.ts'
import { subscriptionError } from './server-frame.ts'

/** Whose subscription it is, as far as the engine knows. */
export interface Subscriber {
  readonly socketId: string
  /** The `user_id` of the subscription's signed channel_data (private channels may carry it too), else the signed-in user's. */
  readonly userId: string | undefined
}

/**
 * Ends the subscriptions to a channel that `isRevoked` picks, and bars those sockets from it: the signature each holds
 * would still be right, so a new permission has to lift the bar (`readmit`) before it counts. Returns how many ended.
 */
export function endSubscriptions(
  state: EngineState,
  name: string,
  isRevoked: (subscriber: Subscriber) => boolean,
): number {
  const revoked = candidates(state, name).filter((connection) => isRevoked(subscriberOf(connection, name)))
  for (const connection of revoked) {
    connection.barred.add(name)
    connection.joining.delete(name)
    connection.send(subscriptionError(name, 'AuthError', 'Your permission for this channel has ended.', 403))
    leave(state, connection, name)
  }
  return revoked.length
}

/** The subscribers; and those about to be, whom only an engine that asks somebody else can have. */
function candidates(state: EngineState, name: string): Connection[] {
  const subscribers = [...(state.channels.get(name)?.subscribers ?? [])]
  if (!state.authorizeSubscription) return subscribers
  return [...subscribers, ...[...state.connections.values()].filter(({ joining }) => joining.has(name))]
}

function subscriberOf(connection: Connection, name: string): Subscriber {
  const member = connection.joined.get(name) ?? connection.joining.get(name)
  return { socketId: connection.id, userId: member ? String(member.userId) : connection.user?.id }
}
