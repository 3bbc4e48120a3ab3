import { vi } from 'vitest'

/** How long a test waits for what must happen, in ms: a machine of two cores may be doing a great deal more besides. */
export const patience = 20_000

// Without this it gives up after one second.
const waitFor = vi.waitFor.bind(vi)
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: patience, ...options })
