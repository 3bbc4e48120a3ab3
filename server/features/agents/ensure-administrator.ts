import type { ActorId } from '#shared/contract/ids.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Accounts } from './accounts.ts'
import { isPassword, newPassword } from './password.ts'

export interface AdministratorParts {
  readonly accounts: Accounts
  readonly sessions: Sessions
  /** From the environment. */
  readonly username: string
  readonly password: string | null
  readonly now: number
}

/**
 * At each start: somebody must be able to administer this server. A password in the environment is the truth: the account
 * it names is an administrator with that password afterwards, which is also the way back in when it was forgotten. Without
 * one, the first start alone makes the account, with a password that this function gives back and nobody keeps.
 */
export async function ensureAdministrator(parts: AdministratorParts): Promise<{ oneTimePassword: string | null }> {
  const { accounts, username, password, now } = parts
  const account = { username, name: 'Administrator', role: 'administrator' } as const
  if (password !== null) {
    const made = await accounts.add({ ...account, password }, now)
    if (!made) await follow(parts, password)
    return { oneTimePassword: null }
  }
  if (await accounts.hasAdministrator()) return { oneTimePassword: null }
  const oneTimePassword = newPassword()
  const made = await accounts.add({ ...account, password: oneTimePassword }, now)
  return { oneTimePassword: made && oneTimePassword }
}

/** Another password than last time: whoever is signed in with the old one has to sign in again. */
async function follow({ accounts, sessions, username }: AdministratorParts, password: string) {
  const row = await accounts.byUsername(username)
  if (!row) return
  if (row.role === 'administrator' && (await isPassword(password, row.password_hash))) return
  await accounts.makeAdministrator(row.id as ActorId, password)
  await sessions.endAllOf(row.id as ActorId)
}
