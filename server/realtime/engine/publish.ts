import { isCache, userOfChannel } from './channel-name.ts'
import type { EngineState } from './engine-state.ts'
import { appEvent } from './server-frame.ts'

/** Sends one event to each channel's subscribers, or to a user's connections for `#server-to-user-<id>`. */
export function publish(
  state: EngineState,
  channels: readonly string[],
  event: string,
  data: string,
  exceptSocketId?: string,
): void {
  for (const name of channels) {
    const text = appEvent(name, event, data)
    const userId = userOfChannel(name)
    if (userId !== undefined) {
      for (const connection of state.users.connections(userId)) connection.send(text)
      continue
    }
    state.channels.get(name)?.send(text, exceptSocketId)
    if (isCache(name)) state.cache.keep(name, text)
  }
}
