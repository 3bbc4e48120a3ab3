import type { Clock } from './clock.ts'

interface Entry {
  readonly frame: string
  readonly until: number
}

/** The last event of each cache channel, for those who subscribe later. It outlives the channel, until its time is up. */
export class ChannelCache {
  readonly #entries = new Map<string, Entry>()
  readonly #clock: Clock
  readonly #lifetime: number

  constructor(clock: Clock, lifetime: number) {
    this.#clock = clock
    this.#lifetime = lifetime
  }

  keep(channel: string, frame: string): void {
    this.#entries.delete(channel)
    this.#entries.set(channel, { frame, until: this.#clock.now() + this.#lifetime })
  }

  last(channel: string): string | undefined {
    const entry = this.#entries.get(channel)
    return entry && entry.until > this.#clock.now() ? entry.frame : undefined
  }

  /** Drops what is out of date. Entries stand in the order of their end, so this stops at the first that lives. */
  sweep(): void {
    for (const [channel, { until }] of this.#entries) {
      if (until > this.#clock.now()) return
      this.#entries.delete(channel)
    }
  }
}
