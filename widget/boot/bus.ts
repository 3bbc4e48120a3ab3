import { onShown } from './on-shown.ts'

/** The other tabs of the site, as long as this page is shown; a page in the back/forward cache leaves the bus. */
export function openBus(name: string, onTold: (data: unknown) => void, onEnter: () => void = () => {}) {
  let channel: BroadcastChannel | undefined
  function enter() {
    try {
      channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }) => onTold(data)
    } catch {
      // Not even that is allowed here: then every tab is alone.
    }
    onEnter()
  }
  onShown(enter, () => channel?.close())
  return { enter, tell: (data: unknown) => channel?.postMessage(data) }
}
