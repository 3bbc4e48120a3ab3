import { expect } from 'vitest'

/** Looks again and again until it is so; gives up only after so long that a busy machine is no excuse. */
export function eventually<Value>(read: () => Value) {
  return expect.poll(read, { timeout: 20_000, interval: 2 })
}
