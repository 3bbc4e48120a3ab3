import type { ChannelAuthorization, UserAuthentication } from './engine/signature.ts'
import type { WebhookEvent } from './engine/webhook-event.ts'

/**
 * How the server reaches everybody who listens, whichever engine serves them. What is published is a hint (S4): it may be
 * lost, doubled or late, so callers publish after the commit and clients catch up by number.
 */
export interface Publisher {
  /**
   * Sends one event. Refuses data over 10 kB of JSON with `RealtimeRefusal` "too-large" and sends nothing: the caller then
   * publishes the number alone. Any number of channels; never the same socket twice for one channel.
   */
  publish(channels: readonly string[], event: string, data: unknown, exceptSocketId?: string): Promise<void>
  /** Sends to all connections of a signed-in user. */
  sendToUser(userId: string, event: string, data: unknown): Promise<void>
  /**
   * Permission for a socket to subscribe; the caller has decided that it may. `member` says who it is on a presence channel;
   * on a private one our own engine keeps it as a note of whose subscription it is, for `endSubscriptions`.
   */
  authorizeChannel(socketId: string, channel: string, member?: PresenceMember): ChannelAuthorization
  authenticateUser(socketId: string, user: UserData): UserAuthentication
  /** Ends a signed-in user's connections (4009); `pusher-js` does not come back by itself after that. */
  terminateUser(userId: string): Promise<void>
  /**
   * Ends users' subscriptions to a channel. The embedded engine ends just those, going by the member's `user_id`, else by
   * the signed-in user; an engine elsewhere has no such call, so there the signed-in users' connections end.
   */
  endSubscriptions(channel: string, userIds: ReadonlySet<string>): Promise<void>
  /** Occupied channels whose names begin so. */
  channels(prefix: string): Promise<readonly string[]>
  /** User ids on a presence channel. A hint: an engine that died took nobody off. */
  members(channel: string): Promise<readonly string[]>
  /** The events of a webhook request, or undefined when its signature is not ours. */
  readWebhook(headers: Readonly<Record<string, string | undefined>>, body: string): readonly WebhookEvent[] | undefined
  close(): Promise<void>
}

export interface PresenceMember {
  readonly user_id: string
  readonly user_info?: Readonly<Record<string, unknown>>
}

export interface UserData {
  readonly id: string
  readonly user_info?: Readonly<Record<string, unknown>>
  /** Users whose coming and going this one is told; at most 100. */
  readonly watchlist?: readonly string[]
}
