import { type Say, signsOfLife, type ToFrame } from '../protocol.ts'

/** ms. A moving mouse says no more in between. */
const atMostEvery = 5_000

/** Tells where and how the visitor is. All listeners are passive: they cost the page nothing. Gives what tells it at once. */
export function watchSigns(tell: Say<ToFrame>) {
  let last = 0
  const live = () => tell('live', location.href, document.title)
  // The tab in use is where replies open; also of two windows side by side.
  watch('focus pointerdown keydown', () => tell('used'))
  watch(signsOfLife, ({ timeStamp }) => {
    if (timeStamp - last < atMostEvery) return
    last = timeStamp
    // With it titles that come late, and routers that the browser does not tell of (before 2026).
    live()
  })
  window.navigation?.addEventListener('navigatesuccess', live)
  return live
}

function watch(signs: string, listener: (event: Event) => void) {
  for (const sign of signs.split(' ')) addEventListener(sign, listener, { capture: true, passive: true })
}
