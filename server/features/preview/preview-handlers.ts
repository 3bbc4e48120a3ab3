import { channels } from '#shared/contract/channels.ts'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import { previewOf, simulatedAgent } from '#shared/domain/preview/preview-ids.ts'
import { refused } from '../../domain/refused.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { Handlers } from '../caller.ts'
import type { Availabilities } from '../groups/availability.ts'
import type { Groups } from '../groups/groups.ts'
import type { Routing } from '../routing/routing.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { countPlace, createThrottle } from '../throttle.ts'
import { makePreview, previewState, setPreview } from './preview-store.ts'
import { createSimulation, type SimulateParts } from './simulate.ts'

export interface PreviewParts extends SimulateParts {
  readonly groups: Groups
  readonly sessions: Sessions
  readonly availabilities: Availabilities
  readonly routing: Pick<Routing, 'look'>
  readonly publisher: Publisher
}

/** The preview of the snippet generator, with its simulated agent (G4). Throws Refused. */
export function previewHandlers(parts: PreviewParts): Handlers<'openPreview' | 'getPreview' | 'actInPreview'> {
  const { db, groups, sessions, availabilities, routing, publisher } = parts
  const simulate = createSimulation(parts)
  const perPlace = createThrottle(60, 10 * 60)

  async function stateOf(visitor: ActorId) {
    const id = previewOf(visitor)
    const state = id && (await previewState(db, id))
    if (!id || !state)
      throw refused('forbidden', 'This is no preview, or it was begun more than a day ago. Load it again.')
    return { id, state }
  }

  /** As `tellAvailability` does for real groups, which knows nothing of previews. */
  async function tell(id: GroupId, now: number) {
    const signal: Signal = { type: 'availability', ...(await availabilities.of(id, now)) }
    await publisher.publish([channels.availability(id)], realtimeEvents.signal, signal)
  }

  return {
    async openPreview({ body: { group } }, { address, now }) {
      await countPlace(perPlace, address)
      const visitor = await makePreview(db, groups, group, now)
      const { state } = await stateOf(visitor)
      const { id, name } = simulatedAgent
      return { token: await sessions.open('visitor', visitor, now), agent: { id, name }, ...state }
    },

    getPreview: async (_, { actor }) => (await stateOf(actor.id)).state,

    async actInPreview({ body }, { actor, now }) {
      const { id, state } = await stateOf(actor.id)
      if (body.do === 'set') {
        await setPreview(db, id, body)
        await tell(id, now)
        // What is announced to who waits depends on it.
        if (state.chat) await routing.look(state.chat.chatId)
      } else await simulate(id, body, state)
      return (await stateOf(actor.id)).state
    },
  }
}
