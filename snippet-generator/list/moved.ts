/** The same list with one thing moved by a number of places, at most to either end. */
export function moved<Item>(items: readonly Item[], from: number, by: number): readonly Item[] {
  const to = Math.min(Math.max(from + by, 0), items.length - 1)
  return items.flatMap((_, place) => items.slice(sourceOf(place, from, to), sourceOf(place, from, to) + 1))
}

/** What stands at a place once `from` has moved to `to`. */
function sourceOf(place: number, from: number, to: number): number {
  if (place === to) return from
  if (from <= place && place < to) return place + 1
  if (to < place && place <= from) return place - 1
  return place
}
