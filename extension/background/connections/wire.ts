import type { Api, Realtime } from '#shared/contract/api.ts'
import type { ResponseOf } from '#shared/contract/route.ts'
import type { Hint, Signal } from '#shared/contract/signals.ts'

/** One realtime connection with all its subscriptions. When it is lost it is over: the next is a new one. */
export interface Wire {
  close(): void
}

export interface WireOptions {
  readonly serverUrl: string
  readonly realtime: Realtime
  readonly channels: readonly string[]
  readonly authorize: (socketId: string, channel: string) => Promise<ResponseOf<Api['authorizeChannel']>>
  /** Makes a socket at an engine elsewhere the session's, so that it ends with it. */
  readonly authenticate: (socketId: string) => Promise<ResponseOf<Api['authenticateSocket']>>
  readonly onHint: (hint: Hint) => void
  readonly onSignal: (signal: Signal) => void
  /** Called once, when a wire that had opened breaks. */
  readonly onLost: () => void
}

/** Resolves when every channel is subscribed; rejects when that fails or takes too long. */
export type OpenWire = (options: WireOptions) => Promise<Wire>
