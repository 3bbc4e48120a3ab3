import { isDeepStrictEqual } from 'node:util'
import type { Realtime } from '#shared/contract/api.ts'
import type { SavedGroup } from '#shared/contract/groups.ts'
import { everyone, type GroupId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { previewOf } from '#shared/domain/preview/preview-ids.ts'
import { isSameName } from '#shared/domain/same-name.ts'
import { refused } from '../../domain/refused.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { Accounts } from '../agents/accounts.ts'
import type { Handlers } from '../caller.ts'
import { endObservations } from '../chats/end-observations.ts'
import type { Routing } from '../routing/routing.ts'
import type { Availabilities } from './availability.ts'
import type { Groups } from './groups.ts'
import { moveChats } from './move-chats.ts'

export interface GroupParts {
  readonly groups: Groups
  readonly accounts: Accounts
  readonly availabilities: Availabilities
  /** Where browsers reach the engine. */
  readonly realtime: Realtime
  readonly routing: Pick<Routing, 'sweep'>
  readonly db: Database
  readonly log: Log
}

type Operations = 'listGroups' | 'saveGroup' | 'removeGroup' | 'updateAgent' | 'getAvailability'

export function groupHandlers(parts: GroupParts): Handlers<Operations> {
  const { groups, accounts, availabilities, realtime, routing, db, log } = parts
  return {
    listGroups: async () => ({ groups: await groups.all() }),

    async saveGroup({ params: { groupId }, body }, { now }) {
      const all = await groups.all()
      if (all.length >= limits.groups && !all.some(({ id }) => id === groupId))
        throw refused('invalid-request', `There can be ${limits.groups} groups. Remove one first.`)
      if (all.some(({ id, name }) => id !== groupId && isSameName(name, body.name)))
        throw refused('name-taken', `There is already a group called ${body.name}. Choose another name.`)
      const group = (await groups.save(groupId, body, now)) ?? (await alreadySaved(groupId, body))
      if (!group) throw await changedMeanwhile(groupId, body)
      await routing.sweep()
      return { group }
    },

    /** Its chats go first: none is ever in a group that there is not. */
    async removeGroup({ params: { groupId } }) {
      if (groupId === everyone) throw refused('cannot-be-removed', 'Every server has this group; it cannot be removed.')
      if (!(await groups.find(groupId))) throw refused('not-found', 'There is no such group any more.')
      const movedChats = await moveAway(groupId)
      await groups.remove(groupId)
      await routing.sweep()
      return { movedChats: movedChats + (await moveAway(groupId)) }
    },

    async updateAgent({ params: { agentId }, body }, { now }) {
      const agent = await accounts.update(agentId, body, now)
      if (!agent) throw refused('not-found', 'There is no such agent.')
      if (!agent.mayObserve) await endObservations(db, log, agent)
      await routing.sweep()
      return { agent }
    },

    getAvailability: async ({ query }, { presented, now }) => ({
      ...(await availabilities.of(previewOf(presented?.session.actor.id ?? '') ?? query.group ?? everyone, now)),
      realtime,
    }),
  }

  /** The chats that are not over go to Everyone; gives how many. */
  async function moveAway(from: GroupId) {
    return moveChats(db, log, from, await groups.orEveryone(null))
  }

  /** Whoever did not get the answer saves the same again. */
  async function alreadySaved(groupId: GroupId, { name, settings, members }: SavedGroup) {
    const there = (await groups.all()).find(({ id }) => id === groupId)
    const isSame =
      there &&
      isDeepStrictEqual([there.name, there.settings, there.members.toSorted()], [name, settings, members.toSorted()])
    return isSame ? there : null
  }

  async function changedMeanwhile(id: GroupId, { name }: SavedGroup) {
    const there = await groups.find(id)
    return refused(
      'changed-meanwhile',
      there
        ? `Somebody has changed the group ${there.name} meanwhile. Nothing was saved.`
        : `Somebody has removed the group ${name} meanwhile. Nothing was saved.`,
    )
  }
}
