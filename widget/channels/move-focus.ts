/** The keys of a menu (W29): up and down go round, Home and End to its ends, a letter to the next item that begins with it. */
export function moveFocus(list: HTMLElement, focused: Element | null, event: KeyboardEvent) {
  const items = [...list.children] as HTMLElement[]
  const at = items.indexOf(focused as HTMLElement)
  const next = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[event.key]
  const target = next === undefined ? beginningWith(event, items, at) : items.at(next % items.length)
  if (!target) return
  event.preventDefault()
  target.focus()
}

function beginningWith({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, items: HTMLElement[], at: number) {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return
  const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return inTurn.find(({ textContent }) => textContent.toLowerCase().startsWith(key.toLowerCase()))
}
