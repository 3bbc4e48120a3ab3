import type { Status, StatusId } from '#shared/contract/groups.ts'
import { builtInStatuses } from '#shared/domain/presence/dot.ts'
import type { Database } from '../../store/database.ts'

export type Statuses = ReturnType<typeof createStatuses>

/** What agents can say about themselves (P2): four that every server has, and its own. */
export const createStatuses = ({ query }: Database) => ({
  async all(): Promise<Status[]> {
    const rows = await query.selectFrom('status').selectAll().orderBy('name').orderBy('id').execute()
    const custom = rows.map(({ id, name, takes_chats }) => ({
      id: id as StatusId,
      name,
      takesChats: takes_chats === 1,
      builtIn: false,
    }))
    return [...builtInStatuses.map((status) => ({ ...status, builtIn: true })), ...custom]
  },

  async find(id: StatusId): Promise<Status | null> {
    return (await this.all()).find((status) => status.id === id) ?? null
  },

  /** Adds or changes a custom status; agents who have it take chats, or not, as it now says. */
  async save({ id, name, takesChats }: Omit<Status, 'builtIn'>, now: number): Promise<Status> {
    const row = { name, takes_chats: takesChats ? 1 : 0 }
    await query.transaction().execute(async (tx) => {
      await tx
        .insertInto('status')
        .values({ id, ...row })
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute()
      await tx
        .updateTable('presence')
        .set({ takes_chats: row.takes_chats, ...(takesChats && { seek_at: now }) })
        .where('status', '=', id)
        .execute()
    })
    return { id, name, takesChats, builtIn: false }
  },

  /** Removes a custom status; gives what agents who had it have instead, and how many. Nothing when there is none. */
  async remove(id: StatusId): Promise<{ fallback: StatusId; agents: number } | null> {
    return query.transaction().execute(async (tx) => {
      const removed = await tx.deleteFrom('status').where('id', '=', id).returningAll().executeTakeFirst()
      if (!removed) return null
      const fallback = (removed.takes_chats ? 'online' : 'away') as StatusId
      const { numUpdatedRows } = await tx
        .updateTable('presence')
        .set({ status: fallback })
        .where('status', '=', id)
        .executeTakeFirst()
      return { fallback, agents: Number(numUpdatedRows) }
    })
  },
})
