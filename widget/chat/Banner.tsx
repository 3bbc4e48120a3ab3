import type { View } from './view.ts'

/** Says that the connection is gone, and that nothing is. */
export function Banner({ view: { visit, t } }: { view: View }) {
  return (
    <p role="status" class="banner">
      {visit.connected() ? '' : t(navigator.onLine ? 'unreachable' : 'offline')}
    </p>
  )
}
