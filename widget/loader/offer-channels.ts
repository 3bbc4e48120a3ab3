import { type Channel, linkTo } from '#shared/widget-config/channel.ts'
import { isWithin } from '#shared/widget-config/channel-hours.ts'
import type { dressChannels } from '../channels/dress-channels.ts'
import { element } from './element.ts'
import type { Flag } from './flags.ts'
import type { Later } from './later.ts'
import type { Launcher } from './launcher.ts'
import type { Settings } from './read-settings.ts'

declare const CHANNELS: string

interface OfferParts {
  readonly config: Settings
  readonly launcher: Launcher
  readonly later: Later
  readonly origin: string
  readonly languages: () => readonly string[]
  readonly chatting: Flag
  readonly openHere: Flag
}

/**
 * What the button opens: the one channel, or a list of those that are offered now (W1). It needs no server: without one the
 * list is plain. As the browser's own popover it is above the page, and closes by a press outside and by Escape.
 */
export function offerChannels({ config, launcher, later, origin, languages, chatting, openHere }: OfferParts) {
  const { hostElement: host, shadow, button, setExpanded } = launcher
  const list = element('div')
  list.popover = 'auto'
  list.role = 'menu'
  shadow.append(list)
  let offered: Channel[] = []
  let chats = true
  let coming = false
  let dress: typeof dressChannels | undefined
  let tries = 0
  const listed = () => list.matches(':popover-open')
  const items = () => [...list.children] as HTMLElement[]

  function refresh() {
    if (listed()) return
    offered = config.channels.filter(
      ({ type, hours }) => (chats || type !== 'chat') && (!hours || isWithin(hours, new Date())),
    )
    list.replaceChildren(...offered.map(itemFor))
    dress?.(list, offered, languages())
    // Who is in a chat stays in it.
    host.className = offered[0] || chatting() || openHere() ? '' : 'away'
  }

  function itemFor(channel: Channel) {
    const href = linkTo(channel)
    const item = element(href ? 'a' : 'button', element('i'), channel.label || channel.type)
    item.role = 'menuitem'
    if (item instanceof HTMLAnchorElement) {
      item.href = `${href}`
      // A mail program or a telephone needs no tab.
      if (/^http/.test(item.href)) item.target = '_blank'
    } else item.onpointerdown = () => later('mount')
    item.onclick = () => {
      list.hidePopover()
      if (!href) later('start', channel.type, 'way')
    }
    return item
  }

  /** Icons and words in the visitor's language. */
  function adorn() {
    if (coming) return
    coming = true
    import(`${origin}/widget/${CHANNELS}?${tries++ || ''}`).then(
      (part) => {
        dress = part.dressChannels
        dress(list, offered, languages())
      },
      () => {
        coming = false
      },
    )
  }

  // It begins to load while the finger is still down.
  button.onpointerdown = () => {
    if (offered[1]) adorn()
    else if (offered[0] && !linkTo(offered[0])) later('mount')
  }
  button.onclick = () => {
    const isListed = listed()
    refresh()
    const opens = chatting() || (!isListed && button.ariaExpanded === 'true')
    const lists = isListed || (!opens && offered[1])
    // The browser shows or hides what is set here after this.
    button.popoverTargetElement = lists ? list : null
    if (lists) adorn()
    else if (opens) later('toggle', true)
    else items()[0]?.click()
  }
  list.onbeforetoggle = ({ newState }) => setExpanded(newState === 'open')
  list.ontoggle = ({ newState }) => {
    if (newState === 'open') items()[0]?.focus()
  }
  list.onkeydown = (event) => {
    const all = items()
    const at = all.indexOf(shadow.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') list.hidePopover()
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  }

  if (config.channels.some(({ hours }) => hours)) setInterval(refresh, 60_000)

  /** @param withChat whether live chat is offered as well */
  return (withChat: boolean) => {
    chats = withChat
    refresh()
  }
}
