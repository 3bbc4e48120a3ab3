/** An element with children; never from markup, so that Trusted Types have nothing to object to. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

export const svg = (tag: 'svg' | 'path') => document.createElementNS('http://www.w3.org/2000/svg', tag)
