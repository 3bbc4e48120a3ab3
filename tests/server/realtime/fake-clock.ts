import type { Clock } from '../../../server/realtime/engine/clock.ts'

interface Alarm {
  due: number
  readonly interval: number | undefined
  readonly run: () => void
}

/** A clock that stands until it is turned. It starts at the real time, which signatures carry. */
export class FakeClock implements Clock {
  readonly #alarms = new Set<Alarm>()
  #now = Date.now()

  now = (): number => this.#now

  every = (interval: number, run: () => void): (() => void) => this.#set({ due: this.#now + interval, interval, run })

  after = (delay: number, run: () => void): (() => void) =>
    this.#set({ due: this.#now + delay, interval: undefined, run })

  /** How many alarms wait to go off once. */
  get waiting(): number {
    return [...this.#alarms].filter(({ interval }) => interval === undefined).length
  }

  /** Turns the clock by that many milliseconds; what falls due on the way runs in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (let alarm = this.#next(end); alarm; alarm = this.#next(end)) {
      this.#now = alarm.due
      if (alarm.interval === undefined) this.#alarms.delete(alarm)
      else alarm.due += alarm.interval
      alarm.run()
    }
    this.#now = end
  }

  #next(end: number): Alarm | undefined {
    return [...this.#alarms].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
  }

  #set(alarm: Alarm): () => void {
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }
}
