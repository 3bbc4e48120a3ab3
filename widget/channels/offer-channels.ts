import type { Channel } from '#shared/widget-config/channel.ts'
import { isWithin } from '#shared/widget-config/channel-hours.ts'
import { readChannels } from '#shared/widget-config/read-channels.ts'
import { onAccent } from '../loader/owners-style.ts'
import type { PageParts } from '../loader/page-parts.ts'
import type { dressChannels } from './dress-channels.ts'
import { itemFor } from './item-for.ts'
import css from './list.css?inline'
import { moveFocus } from './move-focus.ts'

/**
 * Lets the button open the one channel that is offered now, or a list of them (W1). It needs no server: without one the
 * list is plain. As the browser's own popover it is above the page, and closes by a press outside and by Escape.
 * Gives what tells it whether live chat is offered as well; where that is not known, it is unless the owner hides it.
 */
export function offerChannels({ config, launcher, later, languages, state, chatting, openHere }: PageParts) {
  const { hostElement: host, shadow, button, setExpanded } = launcher
  const { channels, problems } = readChannels(config.channels)
  if (problems[0]) console.warn('Deskbell:', problems.join(', '))
  const list = document.createElement('div')
  list.popover = 'auto'
  list.role = 'menu'
  list.style.setProperty(config.side, 'var(--x)')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${css}[role=menuitem] i{${onAccent(config.color)}}`)
  shadow.adoptedStyleSheets.push(sheet)
  shadow.append(list)
  let offered: Channel[] = []
  let chats = true
  let dress: typeof dressChannels | undefined
  const isListed = () => list.matches(':popover-open')

  function refresh() {
    if (isListed()) return offered
    const now = new Date()
    offered = channels.filter(({ type, hours }) => (chats || type !== 'chat') && (!hours || isWithin(hours, now)))
    const open = (type: string) => later('start', type, 'way')
    list.replaceChildren(...offered.map((channel) => itemFor(channel, later, open)))
    adorn()
    button.ariaHasPopup = offered[1] ? 'menu' : 'false'
    // Who is in a chat stays in it.
    host.className = offered[0] || chatting() || openHere() ? '' : 'away'
    return offered
  }

  const adorn = () => dress?.(list, offered, languages())

  /** Brings icons and words in the visitor's language; the list is there before them. */
  function bring() {
    if (dress) return
    import('./dress-channels.ts').then(
      (part) => {
        dress = part.dressChannels
        adorn()
      },
      () => {}, // Without a connection the list stays plain.
    )
  }

  // It begins to load while the finger is still down.
  button.onpointerdown = () => {
    if (offered[1]) bring()
    else if (offered[0]?.type === 'chat' || offered[0]?.type === 'callback') later('mount')
  }
  button.onclick = () => {
    const wasListed = isListed()
    refresh()
    const toggles = chatting() || (!wasListed && button.ariaExpanded === 'true')
    const lists = wasListed || (!toggles && offered[1])
    // The browser shows or hides what is set here after this.
    button.popoverTargetElement = lists ? list : null
    if (lists) return
    if (toggles || offered[0]?.type === 'chat') later('toggle', true)
    else (list.firstElementChild as HTMLElement | null)?.click()
  }
  list.onbeforetoggle = ({ newState }) => {
    bring()
    setExpanded(newState === 'open' || shadow.querySelector('.open') !== null)
    if (newState === 'closed' && list.contains(shadow.activeElement)) button.focus()
  }
  list.ontoggle = ({ newState }) => {
    if (newState === 'open') (list.firstElementChild as HTMLElement | null)?.focus()
    else refresh()
  }
  list.onkeydown = (event) => {
    if (event.key === 'Tab') list.hidePopover()
    else moveFocus(list, shadow.activeElement, event)
  }
  // A press into a frame of the page is a press outside, too, of which the page is not told.
  addEventListener('blur', () => isListed() && list.hidePopover())
  if (channels.some(({ hours }) => hours)) setInterval(refresh, 60_000)
  state.list = { menu: list, channels, offer: refresh }
  // Once it is known what is offered.
  queueMicrotask(() => state.asked?.())

  return (withChat = config.whenAway !== 'hide') => {
    chats = withChat
    refresh()
  }
}
