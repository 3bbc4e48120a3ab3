import { createRing, type HowItRings } from './ring.ts'

/** One round of the ring, in ms. */
const oneRound = 3_000

let stop: (() => void) | undefined

/** Lets the agent hear the ring once, in a page. A second call begins anew. */
export function strikeBell(how: HowItRings): void {
  stop?.()
  const ring = createRing(how)
  const end = setTimeout(() => stop?.(), oneRound)
  stop = () => {
    clearTimeout(end)
    ring.stop()
    stop = undefined
  }
}
