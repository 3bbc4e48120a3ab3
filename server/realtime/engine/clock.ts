export type Cancel = () => void

/** Time as the engine sees it, so that tests can turn it by hand. Milliseconds throughout. */
export interface Clock {
  readonly now: () => number
  readonly every: (interval: number, run: () => void) => Cancel
  readonly after: (delay: number, run: () => void) => Cancel
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  every: (interval, run) => {
    const timer = setInterval(run, interval).unref()
    return () => clearInterval(timer)
  },
  after: (delay, run) => {
    const timer = setTimeout(run, delay).unref()
    return () => clearTimeout(timer)
  },
}
