/**
 * How long to wait before the next try, in ms: doubles from 500 ms to 30 s, with jitter over its upper half so that
 * clients that failed together do not come back together.
 * @param attempts tries made so far, 1 or more
 * @param random a number in [0, 1)
 */
export function backoff(attempts: number, random: number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** (Math.min(attempts, 10) - 1))
  return ceiling / 2 + (ceiling / 2) * random
}
