/** What one client or one request may ask for at most. Beyond it there is a refusal, never a growing buffer. */
export interface Limits {
  /** Largest WebSocket frame from a client; checked by `ws` before a byte of it is parsed. */
  readonly frameBytes: number
  /** Largest body of an HTTP API request; checked while reading, before it is parsed. */
  readonly bodyBytes: number
  /** What may wait unsent for one client before it counts as slow and is disconnected. */
  readonly bufferedBytes: number
  readonly channelNameLength: number
  readonly eventNameLength: number
  /** Data of one event, as Pusher Channels counts it: 10 kB. */
  readonly dataBytes: number
  readonly channelsPerTrigger: number
  readonly eventsPerBatch: number
  readonly channelsPerConnection: number
  readonly presenceMembers: number
  /** `user_info` of one presence member, as JSON. */
  readonly memberBytes: number
  readonly clientEventsPerSecond: number
  /** Malformed frames that one connection may send before it is closed. */
  readonly malformedFrames: number
  readonly watchlistLength: number
  /** Connections this process holds; the next one is told to come back later (4100). */
  readonly connections: number
}

export const defaultLimits: Limits = {
  frameBytes: 65_536,
  bodyBytes: 1_048_576,
  bufferedBytes: 1_048_576,
  channelNameLength: 200,
  eventNameLength: 200,
  dataBytes: 10_240,
  channelsPerTrigger: 100,
  eventsPerBatch: 10,
  channelsPerConnection: 1_000,
  presenceMembers: 1_000,
  memberBytes: 2_048,
  clientEventsPerSecond: 10,
  malformedFrames: 100,
  watchlistLength: 100,
  connections: 50_000,
}
