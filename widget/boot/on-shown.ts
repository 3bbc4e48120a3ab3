/** The page goes away, at times only into the back/forward cache, and comes back out of there. */
export function onShown(comeBack: () => void, goAway: () => void) {
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack())
  addEventListener('pagehide', goAway)
}
