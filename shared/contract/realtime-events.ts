/** Event names on the realtime wire. Apart from the schemas, so that a client that is small carries these alone. */
export const realtimeEvents = { hint: 'events', signal: 'signal' } as const

/** ms. A typing signal holds for `typingLifetime` and is sent again every `typingInterval` while it lasts. */
export const typingLifetime = 6_000
export const typingInterval = 3_000
