/** Bounds that both sides check, in characters unless the name says otherwise. */
export const limits = {
  message: 10_000,
  name: 100,
  url: 2_000,
  title: 300,
  username: 100,
  password: 500,
  /** Of a new password; an old one stays good. */
  passwordAtLeast: 8,
  requestBytes: 64 * 1024,
  /** Hosted Pusher's bound on one event's data; over it only the number travels (S4). */
  realtimeBytes: 10_000,
  eventsPerPage: 200,
  eventsPerSync: 1_000,
  streamsPerSync: 2_000,
} as const
