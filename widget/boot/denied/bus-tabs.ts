import { openBus } from '../bus.ts'
import { isVisible } from '../is-visible.ts'
import type { Tabs, TabsParts } from '../tabs.ts'

/**
 * Where the browser denies locks (blocked storage, no TLS) the tabs agree over the bus: the last to claim the lead has it.
 * The leading tab is the same as with locks.
 */
export function createBusTabs({ setLead, onTold }: TabsParts): Tabs {
  let leading = false
  let here = true
  let claim: ReturnType<typeof setTimeout> | undefined

  const set = (next: boolean) => {
    leading = next
    setLead(next)
  }
  // Before the bus leaves.
  addEventListener('pagehide', () => {
    here = false
    clearTimeout(claim)
    if (leading) bus.tell('left')
    set(false)
  })
  const told = (data: unknown) => {
    if (data === 'lead') {
      clearTimeout(claim)
      set(false)
    } else if (data === 'who') leading && bus.tell('lead')
    else if (data === 'left') claimSoon()
    else onTold(data)
  }
  const bus = openBus('deskbell', told, enter)
  const claimSoon = () => {
    clearTimeout(claim)
    claim = setTimeout(use, 50 + 200 * Math.random())
  }

  function use() {
    if (leading || !here) return
    bus.tell('lead')
    set(true)
  }

  function enter() {
    here = true
    if (isVisible()) return use()
    bus.tell('who')
    claimSoon()
  }

  document.addEventListener('visibilitychange', () => isVisible() && use())
  bus.enter()

  return { use, tell: bus.tell }
}
