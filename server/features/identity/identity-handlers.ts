import type { Handlers } from '../caller.ts'
import type { IdentitySecret } from './identity-secret.ts'

/** The secret, for administrators alone (W11). */
export const identityHandlers = (secrets: IdentitySecret): Handlers<'getIdentitySecret' | 'renewIdentitySecret'> => ({
  getIdentitySecret: (_, { now }) => secrets.get(now),
  renewIdentitySecret: (_, { now }) => secrets.renew(now),
})
