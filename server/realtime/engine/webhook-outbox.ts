import type { Clock } from './clock.ts'
import type { Counters } from './counters.ts'
import type { PostWebhook } from './post-webhook.ts'
import type { WebhookEvent } from './webhook-event.ts'

/** How webhooks leave: together after a short wait, in order, again with growing pauses, and never without bound. */
export interface WebhookPace {
  /** Milliseconds that events wait for company. */
  readonly gather: number
  readonly eventsPerRequest: number
  /** Milliseconds before the second try; doubles with each, up to `longestPause`. */
  readonly firstPause: number
  readonly longestPause: number
  readonly tries: number
  /** Events that may wait. The oldest goes first, and is counted. */
  readonly waiting: number
}

export const defaultWebhookPace: WebhookPace = {
  gather: 50,
  eventsPerRequest: 100,
  firstPause: 1_000,
  longestPause: 60_000,
  tries: 8,
  waiting: 10_000,
}

interface Surroundings {
  readonly clock: Clock
  readonly counters: Counters
  readonly pace: WebhookPace
  readonly post: PostWebhook
}

export class WebhookOutbox {
  readonly #surroundings: Surroundings
  #events: WebhookEvent[] = []
  #running: Promise<void> | undefined
  #wake: (() => void) | undefined
  #closing = false

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  add(event: WebhookEvent): void {
    const { pace, counters } = this.#surroundings
    this.#events.push(event)
    if (this.#events.length > pace.waiting) {
      this.#events.shift()
      counters.webhookEventsDropped++
    }
    this.#running ??= this.#run()
  }

  /** Tries what still waits once more, without pauses, and resolves when that is done. */
  async close(): Promise<void> {
    this.#closing = true
    this.#wake?.()
    await this.#running
  }

  async #run(): Promise<void> {
    const { pace } = this.#surroundings
    await this.#pause(pace.gather)
    while (this.#events.length > 0) await this.#deliver(this.#events.splice(0, pace.eventsPerRequest))
    this.#running = undefined
  }

  async #deliver(events: readonly WebhookEvent[]): Promise<void> {
    const { pace, counters, clock, post } = this.#surroundings
    const body = JSON.stringify({ time_ms: clock.now(), events })
    for (let attempt = 1; attempt <= pace.tries; attempt++) {
      if (await post(body)) {
        counters.webhooksDelivered++
        return
      }
      counters.webhooksFailed++
      if (this.#closing || attempt === pace.tries) break
      await this.#pause(Math.min(pace.longestPause, pace.firstPause * 2 ** (attempt - 1)))
    }
    counters.webhookEventsDropped += events.length
  }

  async #pause(delay: number): Promise<void> {
    if (this.#closing) return
    await new Promise<void>((resolve) => {
      const cancel = this.#surroundings.clock.after(delay, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
    this.#wake = undefined
  }
}
