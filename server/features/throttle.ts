import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refused } from '../domain/refused.ts'

/** Allows so many tries of one kind by one key within a time, and refuses the next. */
export interface Throttle {
  /** Counts a try. Refuses with `too-many-requests` and the seconds to wait. */
  count(key: string): Promise<void>
  /** The tries of this key were honest after all. */
  forget(key: string): Promise<void>
}

/** Counts in this process's memory: a restart forgives, and each of several processes counts for itself. */
export function createThrottle(tries: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds })
  return {
    async count(key) {
      try {
        await limiter.consume(key)
      } catch (reason) {
        if (reason instanceof RateLimiterRes) throw tooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
        throw reason
      }
    },
    async forget(key) {
      await limiter.delete(key)
    },
  }
}

const tooMany = (retryAfter: number) =>
  refused('too-many-requests', `Too many tries. Wait ${inWords(retryAfter)}, then try again.`, { retryAfter })

const inWords = (seconds: number) => (seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`)

/**
 * Counts by where a request came from: an IPv4 address, or the /64 that one IPv6 customer has to choose addresses from.
 * This machine itself is not counted: it is the operator, or a proxy that does not say for whom it asks, behind which one
 * visitor too many would shut everybody out.
 */
export const countPlace = async (throttle: Throttle, address: string): Promise<void> => {
  if (!isThisMachine(address)) await throttle.count(isIPv6(address) ? networkOf(address) : address)
}

export const isThisMachine = (address: string) => address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)

function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
