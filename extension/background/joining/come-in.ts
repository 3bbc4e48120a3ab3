import { reasonOf } from '#shared/client/reason-of.ts'
import type { ListedChat } from '#shared/contract/answers.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import type { Answer } from '../../core/commands.ts'
import type { Connection } from '../connections/connection.ts'

type Asked = 'joinChat' | 'observeChat' | 'stopObserving'

/**
 * Comes into a chat of somebody else, or goes out as an observer (L4, L6), and fetches what is in it. Not repeated by itself: it
 * is worth something now or not at all.
 * @param connection nothing when the account is signed out
 */
export async function comeIn(
  connection: Pick<Connection, 'api' | 'fetchChat'> | undefined,
  operation: Asked,
  chatId: ChatId,
): Promise<Answer<'join-chat'>> {
  if (!connection) return { ok: false, refusal: signedOut }
  const clientId = crypto.randomUUID() as ClientId
  try {
    await connection.api[operation]({ params: { chatId }, body: { clientId } })
  } catch (error) {
    return { ok: false, refusal: reasonOf(error) }
  }
  // The server tells it, too: what cannot be fetched now comes with the next hint.
  await connection.fetchChat(chatId).catch(() => {})
  return { ok: true, value: {} }
}

/** Chats that somebody is in (A11), as the server says just now. */
export async function listActive(connection: Pick<Connection, 'api'> | undefined): Promise<Answer<'list-active'>> {
  if (!connection) return { ok: false, refusal: signedOut }
  try {
    const { chats } = await connection.api.listChats({ query: { phase: 'active', limit: mostListed } })
    return { ok: true, value: { chats: chats satisfies readonly ListedChat[] } }
  } catch (error) {
    return { ok: false, refusal: reasonOf(error) }
  }
}

const mostListed = '100'
const signedOut: Refusal = refuse('not-signed-in', 'You are signed out. Sign in again in the options.')
