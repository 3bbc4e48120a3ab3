import { channels } from '#shared/contract/channels.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { PresenceChange } from './presence.ts'

/** Tells all agents how one of them is seen now. */
export const tellPresence =
  (publisher: Publisher) =>
  async ({ agentId, status, dot }: PresenceChange): Promise<void> => {
    const signal: Signal = { type: 'presence', agentId, status, dot }
    await publisher.publish([channels.agents], realtimeEvents.signal, signal)
  }
