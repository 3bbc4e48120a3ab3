/** Kept below the 30 s after which the browser may end the background: what waits longer is woken by the browser's alarm. */
const longest = 20_000

/** One wake-up at a time; the last one that was set counts. None after the signal. */
export function createAlarmClock(wake: () => unknown, stopped: AbortSignal): (ms: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  stopped.addEventListener('abort', () => clearTimeout(timer))
  return (ms) => {
    clearTimeout(timer)
    if (!stopped.aborted) timer = setTimeout(wake, Math.min(ms, longest))
  }
}
