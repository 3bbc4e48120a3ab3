import type { EndedSession, Handlers } from '../caller.ts'
import type { IdentitySecret } from './identity-secret.ts'

/**
 * The secret, for administrators alone (W11).
 * @param endSubscriptions of sessions that have ended
 */
export const identityHandlers = (
  secrets: IdentitySecret,
  endSubscriptions: (sessions: readonly EndedSession[]) => Promise<void>,
): Handlers<'getIdentitySecret' | 'renewIdentitySecret'> => ({
  getIdentitySecret: (_, { now }) => secrets.get(now),
  async renewIdentitySecret(_, { now }) {
    const { renewed, ended } = await secrets.renew(now)
    await endSubscriptions(ended)
    return renewed
  },
})
