import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Answer, Payload } from '../../core/commands.ts'

/**
 * Answers a message that a visitor left. The same client id again is the same answer: it goes out once.
 * @param api nothing when the account is signed out
 */
export async function answerByMail(
  api: Pick<ApiClient, 'answerByMail'> | undefined,
  { chatId, clientId, text }: Payload<'answer-by-mail'>,
): Promise<Answer<'answer-by-mail'>> {
  if (!api) return { ok: false, refusal: refuse('not-signed-in', 'You are signed out. Sign in again in the options.') }
  try {
    await api.answerByMail({ params: { chatId }, body: { clientId, text } })
    return { ok: true, value: {} }
  } catch (error) {
    const refusal = error instanceof ApiError ? error.refusal : null
    return { ok: false, refusal: refusal ?? unreachable }
  }
}

const unreachable = refuse(
  'unavailable',
  'The server cannot be reached just now. What you wrote is kept here; send it again in a moment.',
)
