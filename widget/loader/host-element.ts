/** A page that removes it again and again means it. */
let returnsLeft = 20

/**
 * The one element of ours in the page. Beside the body, where it counts for no selector of the page and no router swaps it
 * away. As a popover it is in the top layer: the page's stacking, transforms and clipping end there (W32).
 *
 * It comes back when the page drops it all the same. An element's own callback tells of its removal, so nothing has to be observed.
 */
export class HostElement extends HTMLElement {
  connectedCallback() {
    this.popover = 'manual'
    this.showPopover()
  }
  disconnectedCallback() {
    if (returnsLeft-- > 0) setTimeout(() => this.isConnected || document.documentElement.append(this))
  }
}
