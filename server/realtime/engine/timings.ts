/** How long the engine waits for what, in milliseconds. */
export interface Timings {
  /** Silence after which the server pings. Also told to the client; above 20 s an extension's worker dies (measured). */
  readonly activity: number
  /** How long an answer to that ping may take before the connection is closed (4201). */
  readonly pong: number
  /** How long a connection may stay without a signed-in user where the app requires one (4009). */
  readonly signIn: number
  /** How long a connection may stay without any subscription or user (4202). */
  readonly unused: number
  /** How long a cache channel keeps its last event. */
  readonly cache: number
  /** How often silent connections are looked for. */
  readonly sweep: number
  /** How long a closing handshake may take before the socket is cut. */
  readonly close: number
}

export const defaultTimings: Timings = {
  activity: 20_000,
  pong: 30_000,
  signIn: 30_000,
  unused: 600_000,
  cache: 1_800_000,
  sweep: 1_000,
  close: 2_000,
}
