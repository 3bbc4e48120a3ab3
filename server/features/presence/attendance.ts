import type { OfferEnd } from '#shared/contract/events.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { AgentPresence } from '#shared/contract/presence.ts'
import { refused } from '../../domain/refused.ts'
import type { Routing } from '../routing/routing.ts'
import type { Presence, PresenceChange } from './presence.ts'
import type { Statuses } from './statuses.ts'

export interface AttendanceParts {
  readonly presence: Presence
  readonly statuses: Statuses
  readonly routing: Pick<Routing, 'seek' | 'endOffersOf'>
  /** Tells the agent's colleagues. */
  readonly tell: (change: PresenceChange) => Promise<void>
  readonly now: () => number
}

export type Attendance = ReturnType<typeof createAttendance>

/** Who comes and goes, and what follows: colleagues are told, offers pass on, and chats that wait are offered. */
export function createAttendance({ presence, statuses, routing, tell, now }: AttendanceParts) {
  async function follow(change: PresenceChange, reason: OfferEnd): Promise<AgentPresence> {
    const { agentId, dot, status, changed } = change
    if (dot !== 'green') await routing.endOffersOf(agentId, reason)
    else if (changed) await routing.seek()
    if (changed) await tell(change)
    return { status, dot }
  }

  return {
    renew: async (agent: ActorId, session: string, idle: boolean) =>
      follow(await presence.renew(agent, session, idle, now()), 'away'),

    async choose(agent: ActorId, id: StatusId): Promise<AgentPresence> {
      const status = await statuses.find(id)
      if (!status) throw refused('not-found', 'There is no such status any more. Choose another one.')
      return follow(await presence.choose(agent, status, now()), 'away')
    },

    /** Signed out on purpose. Another extension of theirs may still be there. */
    signOut: async (agent: ActorId, session: string) =>
      follow(await presence.signOut(agent, session, now()), 'signed-out'),

    /** No socket of theirs is left, says the realtime engine: if they do not come back at once they are gone. */
    vacate: async (agent: ActorId) => void (await presence.vacate(agent, now())),

    /** What time alone has changed; to be called about twice a second. */
    async lapse() {
      for (const change of await presence.lapse(now()))
        await follow(change, change.dot === 'black' ? 'disconnected' : 'away')
    },
  }
}
