import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import type { Sessions } from '../boot/session.ts'

/**
 * Begins as a visitor of that name. Throws what the API refuses.
 * The token is kept by us only where the cookie does not come back, as in frames of browsers that refuse it.
 */
export async function openSession(
  { api, begin, end }: Sessions,
  { openVisitorSession }: Pick<ApiClient, 'openVisitorSession'>,
  name: string,
): Promise<void> {
  const { token, visitor, realtime } = await openVisitorSession({ body: { name } })
  end()
  try {
    const known = await api.getVisitorSession({})
    begin({ visitor, realtime, token: known.visitor.id === visitor.id ? null : token })
  } catch (error) {
    begin({ visitor, realtime, token })
    if (!(error instanceof ApiError)) throw error
  }
}
