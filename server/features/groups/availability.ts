import type { GroupId } from '#shared/contract/ids.ts'
import type { Availability } from '#shared/contract/presence.ts'
import { isOpen, opensAt } from '#shared/domain/office-hours/office-hours.ts'
import type { Database } from '../../store/database.ts'
import type { Groups, KnownGroup } from './groups.ts'

export type Availabilities = ReturnType<typeof createAvailabilities>

/** Whether groups can be reached (W5, W7). */
export const createAvailabilities = ({ query }: Database, groups: Groups) => {
  /** Somebody in the group is there and takes chats, also when they have as many as they take: then one waits a little. */
  const isAttended = async (id: GroupId, now: number) => {
    const somebody = await query
      .selectFrom('group_member as member')
      .innerJoin('presence', 'presence.agent_id', 'member.agent_id')
      .select('member.agent_id')
      .where('member.group_id', '=', id)
      .where('presence.takes_chats', '=', 1)
      .where('presence.lease_until', '>', now)
      .where('presence.active_until', '>', now)
      .limit(1)
      .executeTakeFirst()
    return somebody !== undefined
  }

  const look = async ({ id, settings, attended }: KnownGroup, now: number): Promise<Availability> => {
    const open = isOpen(settings.hours, now)
    return {
      groupId: id,
      open,
      opensAt: opensAt(settings.hours, now),
      available: open && (attended ?? (await isAttended(id, now))),
    }
  }

  return {
    /** Of this group; of Everyone when there is no such group. */
    of: async (id: GroupId, now: number): Promise<Availability> => look(await groups.orEveryone(id), now),
    async all(now: number): Promise<Availability[]> {
      return Promise.all((await groups.all()).map((group) => look(group, now)))
    },
  }
}
