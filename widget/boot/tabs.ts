import { openBus } from './bus.ts'
import { isVisible } from './is-visible.ts'
import { onShown } from './on-shown.ts'

export interface Tabs {
  /** The visitor turned to this tab: it leads from now on. */
  use(): void
  /** To the other tabs. */
  tell(data: unknown): void
}

export interface TabsParts {
  readonly setLead: (leading: boolean) => void
  readonly onTold: (data: unknown) => void
}

/**
 * One tab of a site leads: it holds the socket, sends the outbox and reopens its panel. It is the tab in use, else the one
 * used last (W2, W28): whoever becomes visible takes the lead, and who closes leaves it to the next in line.
 * A page in the back/forward cache holds nothing.
 */
export function createTabs({ setLead, onTold }: TabsParts): Tabs {
  let leading = false
  let here = true
  let release = () => {}
  let queue = new AbortController()
  let latest: { readonly steal: boolean } | undefined

  const set = (next: boolean) => {
    leading = next
    setLead(next)
  }

  function request(steal: boolean) {
    let held = false
    const mine = { steal }
    queue.abort()
    queue = new AbortController()
    latest = mine
    navigator.locks
      .request('deskbell', steal ? mine : { signal: queue.signal }, () => {
        held = true
        set(true)
        return new Promise<void>((resolve) => {
          release = resolve
        })
      })
      .catch(() => {
        // A later request of this tab has the say; else another tab took it: stand in line again.
        if (latest !== mine || !held) return
        set(false)
        if (here) request(false)
      })
  }

  function use() {
    if (!leading && here && !latest?.steal) request(true)
  }

  function enter() {
    here = true
    if (isVisible()) use()
    else request(false)
  }

  const bus = openBus('deskbell', onTold)
  bus.enter()
  onShown(enter, () => {
    here = false
    latest = undefined
    queue.abort()
    release()
    set(false)
  })
  document.addEventListener('visibilitychange', () => isVisible() && use())
  enter()

  return { use, tell: bus.tell }
}
