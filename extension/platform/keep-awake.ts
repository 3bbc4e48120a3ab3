import { browser } from './browser.ts'

const beforeTheEventPageDies = 20_000
let timer: ReturnType<typeof setInterval> | undefined

/**
 * Firefox ends an event page after 30 s whatever its socket does; a call of its API counts as life (bug 1771203). Chrome's worker
 * lives by the socket's own pings.
 */
export function keepAwake(wanted: boolean): void {
  if (!import.meta.env.FIREFOX) return
  clearInterval(timer)
  timer = wanted ? setInterval(() => browser.runtime.getPlatformInfo(), beforeTheEventPageDies) : undefined
}
