/** Too few to say anything honest. */
const atLeast = 3

/**
 * How long a visitor will still wait, in whole seconds: what others in the group waited lately (the median), less what this
 * one has waited. Nothing when too few waited lately, or when this one has waited longer already (R13).
 * @param recentWaits ms, of chats accepted lately
 * @param waited ms
 */
export function estimateWait(recentWaits: readonly number[], waited: number): number | null {
  if (recentWaits.length < atLeast) return null
  const sorted = recentWaits.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  const left = (low + high) / 2 - waited
  return left > 0 ? Math.ceil(left / 1000) : null
}
