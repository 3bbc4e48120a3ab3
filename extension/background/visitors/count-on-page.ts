import type { ApiClient } from '#shared/client/api-client.ts'
import { reasonOf } from '#shared/client/reason-of.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { Answer } from '../../core/commands.ts'

/** How many visitors are on a page now (A42). @param api nothing when the account is signed out */
export async function countOnPage(
  api: Pick<ApiClient, 'countVisitors'> | undefined,
  page: string,
): Promise<Answer<'count-on-page'>> {
  if (!api) return { ok: false, refusal: refuse('not-signed-in', 'You are signed out. Sign in again in the options.') }
  try {
    const { active, away } = await api.countVisitors({ query: { page } })
    return { ok: true, value: { visitors: active + away } }
  } catch (error) {
    return { ok: false, refusal: reasonOf(error) }
  }
}
