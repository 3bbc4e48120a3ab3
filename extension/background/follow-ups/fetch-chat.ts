import { ApiError } from '#shared/client/api-client.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Answer } from '../../core/commands.ts'
import type { Connection } from '../connections/connection.ts'

/**
 * Fetches a chat to be read here.
 * @param connection nothing when the account is signed out
 */
export async function fetchChat(
  connection: Pick<Connection, 'fetchChat'> | undefined,
  chatId: ChatId,
): Promise<Answer<'fetch-chat'>> {
  if (!connection)
    return { ok: false, refusal: refuse('not-signed-in', 'You are signed out. Sign in again in the options.') }
  try {
    await connection.fetchChat(chatId)
    return { ok: true, value: {} }
  } catch (error) {
    return { ok: false, refusal: (error instanceof ApiError ? error.refusal : null) ?? unreachable }
  }
}

const unreachable = refuse(
  'unavailable',
  'The server cannot be reached just now, so this chat cannot be shown. Open it again in a moment.',
)
