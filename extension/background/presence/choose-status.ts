import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Answer } from '../../core/commands.ts'
import type { AccountId } from '../../core/db.ts'
import { notePresence } from './note-presence.ts'

/**
 * Chooses the agent's status on the server, and shows it at once.
 * @param api nothing when the account is signed out
 */
export async function chooseStatus(
  api: Pick<ApiClient, 'setStatus'> | undefined,
  accountId: AccountId,
  status: StatusId,
): Promise<Answer<'set-status'>> {
  if (!api) return { ok: false, refusal: refuse('not-signed-in', 'You are signed out. Sign in again in the options.') }
  try {
    await notePresence(accountId, await api.setStatus({ body: { status } }))
    return { ok: true, value: {} }
  } catch (error) {
    const refusal = error instanceof ApiError ? error.refusal : null
    return { ok: false, refusal: refusal ?? unreachable }
  }
}

const unreachable = refuse(
  'unavailable',
  'The server cannot be reached just now. Your status stays as it was; choose it again in a moment.',
)
