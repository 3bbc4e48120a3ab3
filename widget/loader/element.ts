/** An element with children; never from markup, so that Trusted Types have nothing to object to. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, ...children: Node[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

/** A 24 × 24 icon of one path. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  const shape = document.createElementNS(namespace, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

const namespace = 'http://www.w3.org/2000/svg'
