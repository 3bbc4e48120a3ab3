/** A page that removes it again and again means it. */
let returnsLeft = 20

/**
 * The one element of ours in the page. It comes back when the page drops it: a router that swaps the whole body must not
 * take the chat away. Outside the body then, where the next swap leaves it alone. An element's own callback tells of its
 * removal, so nothing has to be observed.
 */
export class HostElement extends HTMLElement {
  disconnectedCallback() {
    if (returnsLeft-- > 0) setTimeout(() => this.isConnected || document.documentElement.append(this))
  }
}
