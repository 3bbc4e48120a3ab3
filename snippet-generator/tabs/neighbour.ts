/** Where a key leads from one of some things that stand in a row, round at both ends; nothing for any other key. */
export function neighbour<Id>(ids: readonly Id[], from: Id, key: string, direction: string): Id | undefined {
  if (key === 'Home') return ids[0]
  if (key === 'End') return ids.at(-1)
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key !== forward && key !== backward) return undefined
  return ids[(ids.indexOf(from) + (key === forward ? 1 : -1) + ids.length) % ids.length]
}
