import type { App } from './app.ts'
import type { Channel } from './channel.ts'
import type { ChannelCache } from './channel-cache.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { Counters } from './counters.ts'
import type { Limits } from './limits.ts'
import type { Timings } from './timings.ts'
import type { Users } from './users.ts'
import type { WebhookEvent } from './webhook-event.ts'

/** A subscription that is signed as it should be, offered for a last decision. */
export interface SubscriptionRequest {
  readonly socketId: string
  readonly channel: string
  /** The `user_id` of the signed channel_data, else the signed-in user's. */
  readonly userId: string | undefined
}

export type AuthorizeSubscription = (request: SubscriptionRequest) => boolean | Promise<boolean>

/** What all parts of one engine share. */
export interface EngineState {
  readonly app: App
  readonly limits: Limits
  readonly timings: Timings
  readonly clock: Clock
  readonly counters: Counters
  readonly connections: Map<string, Connection>
  readonly channels: Map<string, Channel>
  readonly users: Users
  readonly cache: ChannelCache
  readonly report: (event: WebhookEvent) => void
  readonly authorizeSubscription: AuthorizeSubscription | undefined
}
