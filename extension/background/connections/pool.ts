import { type AccountId, type AccountRow, db } from '../../core/db.ts'
import { type Connection, createConnection, type Outside } from './connection.ts'

export interface Pool {
  /** Makes the connections what the accounts say, and wakes each. */
  ensure(): Promise<void>
  /** The same, and has each look whether it missed anything: every half minute. */
  check(): Promise<void>
  /** Has each say that its agent is there, and whether idle. */
  renewPresence(): Promise<void>
  /** Has each ask who is on its sites. @param limit how many are looked at */
  learnVisitors(limit: number): Promise<void>
  /** The same as `of`, also right after the background's start. */
  find(accountId: AccountId): Promise<Connection | undefined>
  of(accountId: AccountId): Connection | undefined
}

/** One connection per signed-in account, in the background and nowhere else (A43). */
export function createPool(outside: Outside): Pool {
  const connections = new Map<AccountId, Connection>()

  function end(connection: Connection) {
    connection.stop()
    connections.delete(connection.accountId)
  }

  async function adjust() {
    const accounts = (await db.accounts.toArray()).filter(isSignedIn)
    const tokens = new Map(accounts.map(({ id, token }) => [id, token]))
    for (const connection of connections.values())
      if (tokens.get(connection.accountId) !== connection.token) end(connection)
    for (const account of accounts)
      if (!connections.has(account.id)) connections.set(account.id, createConnection(account, outside))
    return [...connections.values()]
  }

  return {
    async ensure() {
      await Promise.all((await adjust()).map((connection) => connection.ensure()))
    },
    async check() {
      await Promise.all((await adjust()).map((connection) => connection.check()))
    },
    async renewPresence() {
      await Promise.all((await adjust()).map((connection) => connection.duties.renewPresence()))
    },
    async learnVisitors(limit) {
      await Promise.all((await adjust()).map((connection) => connection.duties.learnVisitors(limit)))
    },
    async find(accountId) {
      await adjust()
      return connections.get(accountId)
    },
    of: (accountId) => connections.get(accountId),
  }
}

const isSignedIn = (account: AccountRow): account is AccountRow & { readonly token: string } => account.token !== null
