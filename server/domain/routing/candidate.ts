import type { GroupSettings } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'

/** An agent who could be rung. */
export interface Candidate {
  readonly id: ActorId
  /** Chats they are in, and chats they are rung for. */
  readonly load: number
  /** When they were last rung, ms since 1970; 0 never. */
  readonly lastOfferAt: number
}

/** Candidates in the order in which they are rung (R1). The same ones always come in the same order. */
export function inOrder(
  order: GroupSettings['order'],
  candidates: readonly Candidate[],
  lastAgent: ActorId | null,
): Candidate[] {
  return candidates.toSorted(comparisons[order](lastAgent))
}

type Compare = (a: Candidate, b: Candidate) => number

const longestIdle: Compare = (a, b) => a.lastOfferAt - b.lastOfferAt || (a.id < b.id ? -1 : 1)
const leastBusy: Compare = (a, b) => a.load - b.load || longestIdle(a, b)

const comparisons: Record<GroupSettings['order'], (lastAgent: ActorId | null) => Compare> = {
  'least-busy': () => leastBusy,
  'round-robin': () => longestIdle,
  'last-agent': (last) => (a, b) => Number(b.id === last) - Number(a.id === last) || leastBusy(a, b),
}
