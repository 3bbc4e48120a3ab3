import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Guard } from '../../log/append.ts'
import type { Database } from '../../store/database.ts'
import { lockPresence } from '../../store/lock-presence.ts'
import { candidatesOf } from './candidates.ts'

/** Lets an offer through only if all its agents could still be rung when it is stored; until then nobody else rings them. */
export const offerGuard =
  (kind: Database['kind'], agents: readonly ActorId[], groupId: GroupId, now: () => number): Guard =>
  async (tx) => {
    await lockPresence(tx, kind, agents)
    const able = await candidatesOf(tx, groupId, now(), agents)
    return able.length === agents.length ? null : refuse('unavailable', 'An agent is not there any more.')
  }
