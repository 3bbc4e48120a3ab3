import type { ErrorCode } from './error-codes.ts'
import type { Member, Members } from './members.ts'

/**
 * Every frame the server sends, as text. `data` is JSON inside a JSON string wherever protocol 7 says so:
 * https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol/
 */

export function connectionEstablished(socketId: string, activityTimeout: number): string {
  const data = JSON.stringify({ socket_id: socketId, activity_timeout: activityTimeout / 1000 })
  return JSON.stringify({ event: 'pusher:connection_established', data })
}

export const ping = '{"event":"pusher:ping","data":"{}"}'
export const pong = '{"event":"pusher:pong","data":"{}"}'

export function error(code: ErrorCode, message: string, channel?: string): string {
  return JSON.stringify({ event: 'pusher:error', channel, data: { code, message } })
}

export function subscriptionSucceeded(channel: string, members: Members | undefined): string {
  const data = members ? JSON.stringify({ presence: members.list() }) : '{}'
  return JSON.stringify({ event: 'pusher_internal:subscription_succeeded', channel, data })
}

export type SubscriptionErrorType = 'AuthError' | 'InvalidChannel' | 'LimitReached'

export function subscriptionError(channel: string, type: SubscriptionErrorType, why: string, status: number): string {
  return JSON.stringify({ event: 'pusher:subscription_error', channel, data: { type, error: why, status } })
}

export function memberAdded(channel: string, { userId, userInfo }: Member): string {
  const data = JSON.stringify({ user_id: userId, user_info: userInfo })
  return JSON.stringify({ event: 'pusher_internal:member_added', channel, data })
}

export function memberRemoved(channel: string, { userId }: Member): string {
  return JSON.stringify({
    event: 'pusher_internal:member_removed',
    channel,
    data: JSON.stringify({ user_id: userId }),
  })
}

export function cacheMiss(channel: string): string {
  return JSON.stringify({ event: 'pusher:cache_miss', channel })
}

export function signInSuccess(userData: string): string {
  return JSON.stringify({ event: 'pusher:signin_success', data: { user_data: userData } })
}

export interface WatchlistEvent {
  readonly name: 'online' | 'offline'
  readonly user_ids: readonly string[]
}

export function watchlistEvents(events: readonly WatchlistEvent[]): string {
  return JSON.stringify({ event: 'pusher_internal:watchlist_events', data: JSON.stringify({ events }) })
}

/** An event of the app. `data` is text already (JSON, as `pusher` makes it). */
export function appEvent(channel: string, event: string, data: string): string {
  return JSON.stringify({ event, channel, data })
}

/** A client's event as others get it: `data` keeps the form its sender gave it; `userId` only on presence channels. */
export function clientEvent(
  channel: string,
  event: string,
  data: unknown,
  userId: string | number | undefined,
): string {
  return JSON.stringify({ event, channel, data, user_id: userId })
}
