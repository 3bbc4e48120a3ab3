/**
 * Puts the element at the end of the page, as soon as there is a body, and back when the page drops it: a router that
 * swaps the whole body must not take the chat away. Outside the body the second time, where the next swap leaves it alone.
 */
export function attach(host: HTMLElement, onReady: () => void) {
  const start = () => {
    document.body.append(host)
    onReady()
  }
  if (document.body) start()
  else addEventListener('DOMContentLoaded', start)
}

/** The one element of ours in the page. An element's own callback tells of its removal, so nothing has to be observed. */
export class HostElement extends HTMLElement {
  #returns = 0
  disconnectedCallback() {
    // A page that removes it again and again means it.
    if (this.#returns++ < 20) setTimeout(() => this.isConnected || document.documentElement.append(this))
  }
}
