import { setImmediate } from 'node:timers/promises'

/** Time that passes only when something is to happen, so that a minute of a bad network takes milliseconds. */
export interface VirtualTime {
  now(): number
  after(ms: number, task: () => void): void
  /** Work that really takes time (the database): the clock stands still until it is done. */
  busy<T>(work: Promise<T>): Promise<T>
  /** Does everything that is due until then. */
  runUntil(time: number): Promise<void>
}

interface Task {
  readonly at: number
  readonly run: () => void
}

/** Far more than a run takes: whoever asks to be woken at once, for ever, is found out. */
const tasksAtMost = 60_000

export function virtualTime(start: number): VirtualTime {
  const tasks: Task[] = []
  const working = new Set<Promise<unknown>>()
  let now = start
  let done = 0

  async function settle() {
    do {
      await setImmediate()
      while (working.size) await Promise.allSettled(working)
    } while (working.size)
    await setImmediate()
  }

  function insert(task: Task) {
    let [low, high] = [0, tasks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      // Latest first, so that the next is popped; of equals the first to come is the first to go.
      if ((tasks[middle]?.at ?? 0) > task.at) low = middle + 1
      else high = middle
    }
    tasks.splice(low, 0, task)
  }

  return {
    now: () => now,
    after: (ms, run) => insert({ at: now + Math.ceil(Math.max(0, ms)), run }),
    busy(work) {
      working.add(work)
      const over = () => working.delete(work)
      work.then(over, over)
      return work
    },
    async runUntil(time) {
      await settle()
      for (let task = tasks.at(-1); task && task.at <= time; task = tasks.at(-1)) {
        if (++done > tasksAtMost) throw new Error(`Somebody spins: ${tasksAtMost} tasks, and still more to do.`)
        tasks.pop()
        now = Math.max(now, task.at)
        task.run()
        await settle()
      }
      now = Math.max(now, time)
    },
  }
}
