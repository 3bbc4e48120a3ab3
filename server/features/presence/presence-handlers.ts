import { limits } from '#shared/contract/limits.ts'
import { isSameName } from '#shared/domain/same-name.ts'
import { refused } from '../../domain/refused.ts'
import type { Database } from '../../store/database.ts'
import type { Handlers } from '../caller.ts'
import type { Routing } from '../routing/routing.ts'
import type { Attendance } from './attendance.ts'
import type { Statuses } from './statuses.ts'
import { teamOf } from './team.ts'

export interface PresenceParts {
  readonly db: Database
  readonly attendance: Attendance
  readonly statuses: Statuses
  readonly routing: Pick<Routing, 'sweep'>
}

type Operations = 'renewPresence' | 'setStatus' | 'listTeam' | 'listStatuses' | 'saveStatus' | 'removeStatus'

export const presenceHandlers = ({ db, attendance, statuses, routing }: PresenceParts): Handlers<Operations> => ({
  renewPresence: ({ body }, { actor, session }) => attendance.renew(actor.id, session.tokenHash, body.idle),

  setStatus: ({ body }, { actor }) => attendance.choose(actor.id, body.status),

  listTeam: async (_, { now }) => ({ team: await teamOf(db, now) }),

  listStatuses: async () => ({ statuses: await statuses.all() }),

  async saveStatus({ params: { statusId }, body }, { now }) {
    const all = await statuses.all()
    if (all.length >= limits.statuses && !all.some(({ id }) => id === statusId))
      throw refused('invalid-request', `There can be ${limits.statuses} statuses. Remove one first.`)
    if (all.some(({ id, name }) => id !== statusId && isSameName(name, body.name)))
      throw refused('name-taken', `There is already a status called ${body.name}. Choose another name.`)
    const status = await statuses.save({ id: statusId, ...body }, now)
    // Agents who have it may be rung from now on, or not any more.
    await routing.sweep()
    return { status }
  },

  async removeStatus({ params: { statusId } }) {
    const all = await statuses.all()
    if (all.some(({ id, builtIn }) => builtIn && id === statusId))
      throw refused('cannot-be-removed', 'Every server has this status; it cannot be removed.')
    const removed = await statuses.remove(statusId)
    if (!removed) throw refused('not-found', 'There is no such status any more.')
    return removed
  },
})
