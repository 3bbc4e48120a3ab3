import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { type AdminOperation, type AdminRequest, type AdminResult, adminOperations } from '../../core/administration.ts'
import type { Answer } from '../../core/commands.ts'
import { db } from '../../core/db.ts'
import type { Connection } from '../connections/connection.ts'

type AdminApi = Pick<ApiClient, AdminOperation>

/** The agent's own menu of statuses, and their own name, follow what they did as an administrator. */
export async function followAdministration(connection: Connection, { operation, input }: AdminRequest): Promise<void> {
  if (operation === 'saveStatus' || operation === 'removeStatus') void connection.duties.learnStatuses()
  if (operation !== 'updateAgent') return
  const agent = { id: input.params.agentId, name: input.body.name }
  await db.accounts
    .where({ id: connection.accountId })
    .and((row) => row.agent.id === agent.id)
    .modify({ agent })
}

/**
 * Does what an administrator asks on their server, and gives its answer. Not repeated by itself: the page keeps what was typed.
 * @param api nothing when the account is signed out
 */
export async function administer(
  api: AdminApi | undefined,
  { operation, input }: AdminRequest,
): Promise<Answer<'administer'>> {
  if (!api) return { ok: false, refusal: refuse('not-signed-in', 'You are signed out. Sign in again above.') }
  if (!adminOperations.includes(operation)) throw new Error(`${operation} is nothing that administrators do.`)
  const call = api[operation] as (request: object) => Promise<AdminResult<AdminOperation>>
  try {
    return { ok: true, value: { result: await call(input) } }
  } catch (error) {
    const refusal = error instanceof ApiError ? error.refusal : null
    return { ok: false, refusal: refusal ?? unreachable }
  }
}

const unreachable = refuse(
  'unavailable',
  'The server cannot be reached just now. What you typed is kept here; try again in a moment.',
)
