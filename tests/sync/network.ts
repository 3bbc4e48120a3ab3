import { ApiError } from '#shared/client/api-client.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** How badly the network behaves. Probabilities of one request, answer or push. */
export interface Weather {
  readonly lostRequest: number
  readonly lostAnswer: number
  readonly doubledRequest: number
  readonly lostPush: number
  readonly doubledPush: number
  readonly latePush: number
  /** ms; each takes its own time, so that they overtake each other. */
  readonly delayAtMost: number
}

export const calm: Weather = {
  lostRequest: 0,
  lostAnswer: 0,
  doubledRequest: 0,
  lostPush: 0,
  doubledPush: 0.1,
  latePush: 0,
  delayAtMost: 50,
}

export const aStorm = (random: Random): Weather => ({
  lostRequest: random.next() * 0.35,
  lostAnswer: random.next() * 0.35,
  doubledRequest: random.next() * 0.15,
  lostPush: random.next() * 0.6,
  doubledPush: random.next() * 0.3,
  latePush: random.next() * 0.2,
  delayAtMost: random.between(20, 2_000),
})

/** One end of the network: a page or a worker, until it is killed. */
export interface End {
  readonly alive: boolean
  readonly online: boolean
}

const answerWithin = 5_000
const lateAtMost = 15_000

/** Carries requests, answers and pushes, or does not. */
export function createNetwork(time: VirtualTime, random: Random) {
  let weather = calm
  const delay = () => random.between(1, weather.delayAtMost)

  return {
    become(next: Weather) {
      weather = next
    },

    /**
     * Sends a request and waits for its answer, as `fetch` with a timeout does. `handle` is the server's side; when it throws an
     * ApiError, that is the server's answer. What is thrown otherwise tells the client nothing. With the process that was asked,
     * the connection dies, and what is on its way on it.
     */
    request<T>(from: End, isServing: () => boolean, handle: () => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const noAnswer = () => reject(new ApiError(0, null, 'no answer'))
        const answer = (give: () => void) => {
          if (random.chance(weather.lostAnswer)) return
          time.after(delay(), () => from.alive && from.online && isServing() && give())
        }
        const arrive = () =>
          void (isServing() ? handle() : Promise.reject(new Error('connection refused'))).then(
            (result) => answer(() => resolve(structuredClone(result))),
            (error: unknown) => answer(() => (error instanceof ApiError ? reject(error) : noAnswer())),
          )
        time.after(answerWithin, () => from.alive && noAnswer())
        if (!from.online) return time.after(1, () => from.alive && noAnswer())
        if (!random.chance(weather.lostRequest)) time.after(delay(), arrive)
        if (random.chance(weather.doubledRequest)) time.after(delay(), arrive)
      })
    },

    /** Delivers a push: perhaps not, perhaps twice, perhaps long after others. */
    push(to: End, deliver: () => void) {
      const once = () =>
        time.after(
          random.chance(weather.latePush) ? random.between(1, lateAtMost) : delay(),
          () => to.alive && to.online && deliver(),
        )
      if (!random.chance(weather.lostPush)) once()
      if (random.chance(weather.doubledPush)) once()
    },
  }
}
export type Network = ReturnType<typeof createNetwork>
