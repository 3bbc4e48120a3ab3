import { channels } from '#shared/contract/channels.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { Availabilities } from './availability.ts'

/**
 * Tells pages that show it when a group can be reached, or not any more (W5, W7); to be called about twice a second. Whichever the
 * cause, office hours or somebody who came: what counts is what has changed since this process told last.
 */
export function tellAvailability(availabilities: Availabilities, publisher: Publisher) {
  const told = new Map<GroupId, string>()
  return async (now: number): Promise<void> => {
    for (const availability of await availabilities.all(now)) {
      const state = JSON.stringify(availability)
      if (told.get(availability.groupId) === state) continue
      const signal: Signal = { type: 'availability', ...availability }
      await publisher.publish([channels.availability(availability.groupId)], realtimeEvents.signal, signal)
      told.set(availability.groupId, state)
    }
  }
}
