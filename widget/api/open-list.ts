import type { PageParts } from '../loader/page-parts.ts'

/** A call that opens or shuts something. */
export type Turn = 'open' | 'toggle' | 'close'

/**
 * What `open`, `toggle` and `close` do where the owner offers other ways than the chat (W1, W33): what a press of the button
 * does. Gives whether that was all; else the chat is meant.
 */
export function createTurns({ launcher, state, chatting }: PageParts): (turn: Turn) => boolean {
  const { button, shadow } = launcher
  const isListed = () => state.list?.menu.matches(':popover-open')
  // A press outside shuts the list before the page, of whose buttons it may be one, hears of it.
  let wasListed: boolean | undefined
  addEventListener(
    'pointerdown',
    () => {
      wasListed = isListed()
    },
    true,
  )
  addEventListener('click', () => {
    wasListed = false
  })

  return (turn) => {
    if (!state.list) return false
    const { menu, channels, offer } = state.list
    if (isListed() || (turn === 'toggle' && wasListed)) {
      if (turn !== 'open') menu.hidePopover()
      return true
    }
    const offered = offer()
    const ways = offered[0] ? offered : channels
    // Who is in a chat stays in it.
    if (turn === 'close' || chatting() || button.ariaExpanded === 'true' || ways.some(({ type }) => type === 'chat'))
      return false
    if (offered[1]) {
      const before = document.activeElement as HTMLElement | null
      menu.showPopover()
      // When the list is left, the focus goes back to what the page was asked by, not to the button.
      const leave = () => menu.contains(shadow.activeElement) && queueMicrotask(() => before?.focus())
      menu.addEventListener('beforetoggle', leave, { capture: true, once: true })
    } else if (offered[0]) (menu.firstElementChild as HTMLElement).click()
    else console.warn('Deskbell: no channel is offered now.')
    return true
  }
}
