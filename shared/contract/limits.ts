import { pageLimits } from './page-limits.ts'

/** Bounds that both sides check, in characters unless the name says otherwise. */
export const limits = {
  ...pageLimits,
  message: 10_000,
  name: 100,
  /** What a visitor says it is about before the chat (W16), and an agent says when it is over (A24). */
  description: 2_000,
  note: 5_000,
  email: 254,
  phone: 40,
  preferredTimes: 300,
  groups: 200,
  membersOfGroup: 1_000,
  statuses: 50,
  holidays: 400,
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
