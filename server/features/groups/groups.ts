import { type Selectable, sql, type Transaction } from 'kysely'
import * as v from 'valibot'
import { type Group, type GroupDetails, GroupSettings, type SavedGroup } from '#shared/contract/groups.ts'
import { type ActorId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { setAlarm } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import type { GroupTable, Tables } from '../../store/tables.ts'
import { previewGroup } from './preview-group.ts'

export type Groups = ReturnType<typeof createGroups>
export interface KnownGroup extends Group {
  readonly settings: GroupSettings
  /** Of a preview: whether its simulated agent is there. */
  readonly attended?: boolean
}

/** The groups of agents, as plain tables. */
export const createGroups = ({ query }: Database) => ({
  async find(id: GroupId): Promise<KnownGroup | null> {
    const row = await query.selectFrom('agent_group').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? groupOf(row) : null
  },

  /** This group, also that of a preview; Everyone when none is named, or one that there is no more. */
  async orEveryone(id: GroupId | null | undefined): Promise<KnownGroup> {
    const ids = [everyone, ...(id ? [id] : [])]
    const rows = await query.selectFrom('agent_group').selectAll().where('id', 'in', ids).execute()
    const named = rows.find((one) => one.id === id)
    if (named) return groupOf(named)
    const preview = id ? await previewGroup(query, id) : null
    const row = rows.find((one) => one.id === everyone)
    if (!row) throw new Error('The group that every server has is missing.')
    return preview ?? groupOf(row)
  },

  async all(): Promise<GroupDetails[]> {
    const [rows, members] = await Promise.all([
      query.selectFrom('agent_group').selectAll().orderBy('name').orderBy('id').execute(),
      query.selectFrom('group_member').selectAll().orderBy('agent_id').execute(),
    ])
    const byGroup = Map.groupBy(members, ({ group_id }) => group_id)
    return rows.map((row) => ({
      ...groupOf(row),
      version: row.version,
      members: (byGroup.get(row.id) ?? []).map(({ agent_id }) => agent_id as ActorId),
    }))
  },

  /**
   * Adds or changes a group; nothing when what is there is not the version that this replaces. Agents that there are not are left
   * out. Whoever comes in looks for chats that wait.
   */
  async save(
    id: GroupId,
    { name, settings, members, replaces }: SavedGroup,
    now: number,
  ): Promise<GroupDetails | null> {
    return query.transaction().execute(async (tx) => {
      const version = await write(tx, { id, name, settings: JSON.stringify(settings) }, replaces)
      if (version === null) return null
      const known = members.length
        ? await tx.selectFrom('agent').select('id').where('id', 'in', members).orderBy('id').execute()
        : []
      await tx.deleteFrom('group_member').where('group_id', '=', id).execute()
      if (known.length) {
        const rows = known.map((agent) => ({ group_id: id, agent_id: agent.id }))
        await tx.insertInto('group_member').values(rows).execute()
        for (const agent of known)
          await tx.updateTable('presence').set({ seek_at: now }).where('agent_id', '=', agent.id).execute()
      }
      // New settings mean another look at every chat that is not over.
      const open = await tx
        .selectFrom('chat')
        .select('id')
        .where('group_id', '=', id)
        .where('phase', 'in', ['waiting', 'active'])
        .execute()
      for (const chat of open) await setAlarm(tx, 'chat', chat.id, now)
      return { id, name, settings, members: known.map((agent) => agent.id as ActorId), version }
    })
  },

  async remove(id: GroupId): Promise<boolean> {
    await query.deleteFrom('group_member').where('group_id', '=', id).execute()
    const { numDeletedRows } = await query.deleteFrom('agent_group').where('id', '=', id).executeTakeFirst()
    return numDeletedRows > 0n
  },
})

/** Gives the version that it has now; nothing when it is another one than what this replaces. */
async function write(
  tx: Transaction<Tables>,
  row: { id: GroupId; name: string; settings: string },
  replaces: number | undefined,
): Promise<number | null> {
  const next = sql<number>`agent_group.version + 1`
  const written = replaces
    ? await tx
        .updateTable('agent_group')
        .set({ ...row, version: next })
        .where('id', '=', row.id)
        .where('version', '=', replaces)
        .returning('version')
        .executeTakeFirst()
    : await tx
        .insertInto('agent_group')
        .values(row)
        .onConflict((on) =>
          replaces === 0 ? on.column('id').doNothing() : on.column('id').doUpdateSet({ ...row, version: next }),
        )
        .returning('version')
        .executeTakeFirst()
  return written?.version ?? null
}

const groupOf = (row: Selectable<GroupTable>): KnownGroup => ({
  id: row.id as GroupId,
  name: row.name,
  settings: v.parse(GroupSettings, JSON.parse(row.settings)),
})
