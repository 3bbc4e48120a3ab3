import { openBus } from './bus.ts'

export interface Tabs {
  /** The visitor turned to this tab: it leads from now on. */
  use(): void
  /** To the other tabs. */
  tell(data: unknown): void
}

export interface TabsParts {
  readonly onLead: () => void
  readonly onFollow: () => void
  readonly onTold: (data: unknown) => void
}

/**
 * One tab of a site leads: it holds the socket, sends the outbox and reopens its panel. It is the tab in use, else the one
 * used last (W2, W28): whoever becomes visible takes the lead, and who closes leaves it to the next in line.
 * A page in the back/forward cache holds nothing.
 */
export function createTabs({ onLead, onFollow, onTold }: TabsParts): Tabs {
  let locks: LockManager | undefined = navigator.locks
  let leading = false
  let here = true
  let release = () => {}
  let queue = new AbortController()
  let latest: { readonly steal: boolean } | undefined

  const set = (next: boolean) => {
    if (leading === next) return
    leading = next
    if (leading) onLead()
    else onFollow()
  }
  const visible = () => document.visibilityState === 'visible'

  const bus = openBus('deskbell', (data) => {
    if (data === 'lead') {
      clearTimeout(claim)
      set(false)
    } else if (data === 'who') leading && bus.tell('lead')
    else if (data === 'left') claimSoon()
    else onTold(data)
  })

  // Where Web Locks are denied (blocked storage, no TLS), the tabs agree over the bus: the last to claim the lead has it.
  let claim: ReturnType<typeof setTimeout> | undefined
  const claimNow = () => {
    bus.tell('lead')
    set(true)
  }
  const claimSoon = () => {
    clearTimeout(claim)
    claim = setTimeout(claimNow, 50 + 200 * Math.random())
  }

  function request(steal: boolean) {
    let held = false
    const mine = { steal }
    queue.abort()
    queue = new AbortController()
    latest = mine
    locks
      ?.request('deskbell', steal ? { steal } : { signal: queue.signal }, () => {
        held = true
        set(true)
        return new Promise<void>((resolve) => {
          release = resolve
        })
      })
      .catch(({ name }: DOMException) => {
        // A later request of this tab has the say.
        if (latest !== mine) return
        if (name === 'SecurityError') {
          locks = latest = undefined
          enter()
        } else if (held) {
          // Another tab took it. Stand in line again.
          set(false)
          if (here) request(false)
        }
      })
  }

  function use() {
    if (leading || !here || latest?.steal) return
    if (locks) request(true)
    else claimNow()
  }

  function enter() {
    here = true
    if (visible()) use()
    else if (locks) request(false)
    else {
      bus.tell('who')
      claimSoon()
    }
  }

  addEventListener('pagehide', () => {
    here = false
    latest = undefined
    queue.abort()
    release()
    clearTimeout(claim)
    if (leading && !locks) bus.tell('left')
    set(false)
  })
  bus.enter()
  addEventListener('pageshow', ({ persisted }) => persisted && enter())
  document.addEventListener('visibilitychange', () => visible() && use())
  enter()

  return { use, tell: bus.tell }
}
