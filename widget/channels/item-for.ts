import type { Channel } from '#shared/widget-config/channel.ts'
import { linkTo } from '#shared/widget-config/link-to.ts'
import type { Later } from '../loader/later.ts'
import { plainName } from './name-of.ts'

/**
 * A channel's line in the list, with a plain dot and its name in English until the rest is there.
 * @param open opens a form of the chat's own, or the chat itself
 */
export function itemFor(channel: Channel, later: Later, open: (type: string) => void): HTMLElement {
  const href = linkTo(channel)
  const item = document.createElement(href ? 'a' : 'button')
  item.append(document.createElement('i'), plainName(channel))
  item.role = 'menuitem'
  // The arrow keys go from one to the next, Tab leaves the list.
  item.tabIndex = -1
  if (item instanceof HTMLAnchorElement && href) {
    item.href = href
    // A mail program or a telephone needs no tab.
    if (/^https?:/i.test(href)) item.target = '_blank'
  } else {
    item.onpointerdown = () => later('mount')
  }
  item.onclick = () => {
    const list = item.parentElement
    if (list?.matches(':popover-open')) list.hidePopover()
    if (!href) open(channel.type)
  }
  return item
}
