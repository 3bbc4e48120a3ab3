/** One Pusher "app": who may connect, and the secret that signs for it. */
export interface App {
  readonly id: string
  readonly key: string
  readonly secret: string
  /** False refuses every connection with 4003. Default true. */
  readonly enabled?: boolean
  /** True refuses connections that did not come over TLS with 4000. Default false. */
  readonly tlsOnly?: boolean
  /** Connections beyond this are refused for good with 4004. Default: no quota. */
  readonly maxConnections?: number
  /** True closes connections whose user has not signed in within `timings.signIn` with 4009. Default false. */
  readonly signInRequired?: boolean
}
