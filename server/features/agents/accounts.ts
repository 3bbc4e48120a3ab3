import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { AgentAccount } from '#shared/contract/api.ts'
import { type ActorId, everyone } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { AgentTable } from '../../store/tables.ts'
import { hashPassword } from './password.ts'

export type Accounts = ReturnType<typeof createAccounts>
export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly role: AgentAccount['role']
}

export interface AccountChange {
  readonly name: string
  readonly capacity: number
  /** Without it the permission stays as it is. */
  readonly mayObserve?: boolean | undefined
}

/** The agents, as a plain table. */
export const createAccounts = ({ query }: Database) => ({
  /** Adds an account, in the group that everybody is in; nothing when the username is taken. */
  async add({ username, name, password, role }: NewAccount, now: number): Promise<AgentAccount | null> {
    const password_hash = await hashPassword(password)
    const row = await query.transaction().execute(async (tx) => {
      const added = await tx
        .insertInto('agent')
        .values({ id: randomUUID(), username: spelled(username), name, password_hash, role, created_at: now })
        .onConflict((on) => on.column('username').doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!added) return null
      await tx.insertInto('presence').values({ agent_id: added.id }).execute()
      await tx.insertInto('group_member').values({ group_id: everyone, agent_id: added.id }).execute()
      await tx.updateTable('agent_group').set({ version: sql`version + 1` }).where('id', '=', everyone).execute()
      return added
    })
    return row ? accountOf(row) : null
  },

  async all(): Promise<AgentAccount[]> {
    const rows = await query.selectFrom('agent').selectAll().orderBy('name').orderBy('username').execute()
    return rows.map(accountOf)
  },

  /** The row with its password hash, which goes no further than sign-in. */
  byUsername: (username: string) =>
    query.selectFrom('agent').selectAll().where('username', '=', spelled(username)).executeTakeFirst(),

  /** Changes an account; nothing when there is none. Who takes more chats now looks for some that wait. */
  async update(id: ActorId, { mayObserve, ...change }: AccountChange, now: number): Promise<AgentAccount | null> {
    const permission = mayObserve === undefined ? {} : { may_observe: mayObserve ? 1 : 0 }
    const changed = { ...change, ...permission }
    const row = await query.updateTable('agent').set(changed).where('id', '=', id).returningAll().executeTakeFirst()
    await query.updateTable('presence').set({ seek_at: now }).where('agent_id', '=', id).execute()
    return row ? accountOf(row) : null
  },

  async hasAdministrator(): Promise<boolean> {
    const row = await query.selectFrom('agent').select('id').where('role', '=', 'administrator').executeTakeFirst()
    return row !== undefined
  },

  async makeAdministrator(id: ActorId, password: string) {
    await query
      .updateTable('agent')
      .set({ role: 'administrator', password_hash: await hashPassword(password) })
      .where('id', '=', id)
      .execute()
  },
})

/** One spelling of each username, so that Anna and anna are one account. */
export const spelled = (username: string) => username.normalize('NFC').toLowerCase()

/** Administrators always may observe, others when it was allowed (L6). */
export const mayObserve = (role: AgentAccount['role'], allowed: number | null) =>
  role === 'administrator' || allowed === 1

const accountOf = (row: Selectable<AgentTable>): AgentAccount => ({
  id: row.id as ActorId,
  name: row.name,
  username: row.username,
  role: row.role,
  capacity: row.capacity,
  mayObserve: mayObserve(row.role, row.may_observe),
})
