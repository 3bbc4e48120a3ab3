export interface Tabs {
  /** The visitor turned to this tab: it leads from now on. */
  use(): void
  /** To the other tabs. */
  tell(data: unknown): void
}

export interface TabsParts {
  /** False when this tab shares nothing with the others: then it leads alone. */
  readonly shared: boolean
  readonly onLead: () => void
  readonly onFollow: () => void
  readonly onTold: (data: unknown) => void
}

/**
 * One tab of a site leads: it holds the socket, sends the outbox and reopens its panel. It is the tab in use, else the one
 * used last (W2, W28): whoever becomes visible takes the lead, and who closes leaves it to the next in line.
 * A page in the back/forward cache holds nothing.
 */
export function createTabs({ shared, onLead, onFollow, onTold }: TabsParts): Tabs {
  const locks = shared ? navigator.locks : undefined
  let bus: BroadcastChannel | undefined
  let leading = false
  let here = true
  let release = () => {}
  let queue = new AbortController()

  const set = (next: boolean) => {
    if (leading === next) return
    leading = next
    if (leading) onLead()
    else onFollow()
  }
  const visible = () => document.visibilityState === 'visible'

  function request(options: LockOptions) {
    let held = false
    queue.abort()
    queue = new AbortController()
    locks
      ?.request(lock, options.steal ? options : { signal: queue.signal }, () => {
        held = true
        set(true)
        return new Promise<void>((resolve) => {
          release = resolve
        })
      })
      .catch(() => {
        // Another tab took it. Stand in line again.
        if (!held) return
        set(false)
        if (here) request({})
      })
  }

  function use() {
    if (leading || !here) return
    if (locks) request({ steal: true })
    else set(true)
  }

  function enter() {
    here = true
    if (visible() || !shared) use()
    else request({})
    if (!shared) return
    bus = new BroadcastChannel(lock)
    bus.onmessage = ({ data }) => onTold(data)
  }

  addEventListener('pagehide', () => {
    here = false
    queue.abort()
    release()
    set(false)
    bus?.close()
  })
  addEventListener('pageshow', ({ persisted }) => persisted && enter())
  document.addEventListener('visibilitychange', () => {
    if (visible()) use()
    // Without locks nobody can stand in line: only a tab that is seen may lead.
    else if (shared && !locks) set(false)
  })
  enter()

  return { use, tell: (data) => bus?.postMessage(data) }
}

const lock = 'deskbell'
