import type { Person } from '#shared/contract/actors.ts'
import type { Identity, SignedIdentity } from '#shared/contract/identity.ts'
import { isOfPreview } from '#shared/domain/preview/preview-ids.ts'
import type { Database } from '../../store/database.ts'
import type { Caller } from '../caller.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { identifiedVisitor } from './identified-visitor.ts'
import { createIdentitySecret } from './identity-secret.ts'
import { verifyIdentity } from './verify-identity.ts'
import { wrong } from './wrong-identity.ts'

interface Opened {
  readonly token: string
  readonly visitor: Person
  readonly identity: Identity
}

/**
 * Opens the session of whom the site has signed (W11). Whoever becomes somebody else, or somebody at all, gets a new token: one that
 * another person may have seen before stays nobody's.
 * @param countNew called before a session is made for somebody who had none
 */
export function createOpenIdentified(db: Database, sessions: Sessions) {
  const secrets = createIdentitySecret(db)
  return async (
    signed: SignedIdentity,
    { presented, now }: Pick<Caller, 'presented' | 'now'>,
    countNew: () => Promise<void>,
  ): Promise<Opened> => {
    const known = await secrets.known()
    if (!known) throw wrong('This server has no secret yet; an administrator gets it in the extension’s options.')
    const session = presented?.session.kind === 'visitor' ? presented.session : null
    if (session && isOfPreview(session.actor.id)) throw wrong('A preview has visitors of its own.')
    const verified = verifyIdentity(signed, known.secret, now)
    if (!session) await countNew()
    const before = session && (await externalIdOf(db, session.actor.id))
    const id = await identifiedVisitor(db, verified, session?.actor.id ?? null, now)
    const answer = { visitor: { id, name: verified.name }, identity: verified.identity }
    if (presented && before === verified.identity.id) {
      await sessions.extend(presented.session.tokenHash, 'visitor', now)
      return { token: presented.token, ...answer }
    }
    const token = await sessions.open('visitor', id, now)
    if (session) await sessions.end(session.tokenHash)
    return { token, ...answer }
  }
}

async function externalIdOf({ query }: Database, visitor: string): Promise<string | null> {
  const row = await query.selectFrom('visitor').select('external_id').where('id', '=', visitor).executeTakeFirst()
  return row?.external_id ?? null
}
