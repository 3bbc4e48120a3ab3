import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AgentAccount } from '#shared/contract/api.ts'
import type { ActorId } from '#shared/contract/ids.ts'
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

/** The agents, as a plain table. */
export const createAccounts = ({ query }: Database) => ({
  /** Adds an account; nothing when the username is taken. */
  async add({ username, name, password, role }: NewAccount, now: number): Promise<AgentAccount | null> {
    const row = await query
      .insertInto('agent')
      .values({
        id: randomUUID(),
        username: spelled(username),
        name,
        password_hash: await hashPassword(password),
        role,
        created_at: now,
      })
      .onConflict((on) => on.column('username').doNothing())
      .returningAll()
      .executeTakeFirst()
    return row ? accountOf(row) : null
  },

  async all(): Promise<AgentAccount[]> {
    const rows = await query.selectFrom('agent').selectAll().orderBy('name').orderBy('username').execute()
    return rows.map(accountOf)
  },

  /** The row with its password hash, which goes no further than sign-in. */
  byUsername: (username: string) =>
    query.selectFrom('agent').selectAll().where('username', '=', spelled(username)).executeTakeFirst(),

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

const accountOf = (row: Selectable<AgentTable>): AgentAccount => ({
  id: row.id as ActorId,
  name: row.name,
  username: row.username,
  role: row.role,
})
