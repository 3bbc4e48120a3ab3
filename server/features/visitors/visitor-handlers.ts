import { randomUUID } from 'node:crypto'
import type { ChatSummary, Realtime } from '#shared/contract/api.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Handlers } from '../caller.ts'
import { createOpenIdentified } from '../identity/open-identified.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { countPlace, createThrottle } from '../throttle.ts'

export interface VisitorParts {
  readonly db: Database
  readonly sessions: Sessions
  readonly server: { readonly logId: string; readonly realtime: Realtime }
  /** A visitor's chats, newest first. */
  readonly chatsOf: (visitorId: ActorId) => Promise<ChatSummary[]>
}

export function visitorHandlers(
  parts: VisitorParts,
): Handlers<'openVisitorSession' | 'closeVisitorSession' | 'getVisitorSession' | 'nameVisitor'> {
  const { db, sessions, server, chatsOf } = parts
  const perPlace = createThrottle(30, 10 * 60)
  /** Without a name it is a page that was opened and no form that was sent: of those one office has more. */
  const unnamedPerPlace = createThrottle(120, 10 * 60)
  const openIdentified = createOpenIdentified(db, sessions)
  /** Whom the site has identified keeps the name that it gave them (W11). */
  const rename = async (id: ActorId, name: string, known: string) => {
    const row = await db.query
      .updateTable('visitor')
      .set({ name })
      .where('id', '=', id)
      .where('external_id', 'is', null)
      .returning('name')
      .executeTakeFirst()
    return { id, name: row?.name ?? known }
  }

  return {
    /** Somebody whom we know already keeps their chats, and takes the new name if there is one. */
    async openVisitorSession({ body: { name, identity } }, caller) {
      const { presented, address, now } = caller
      if (identity)
        return { ...(await openIdentified(identity, caller, () => countPlace(unnamedPerPlace, address))), ...server }
      if (presented?.session.kind === 'visitor') {
        const { session, token } = presented
        await sessions.extend(session.tokenHash, 'visitor', now)
        const { id, name: known } = session.actor
        return { token, visitor: name === undefined ? { id, name: known } : await rename(id, name, known), ...server }
      }
      await countPlace(name === undefined ? unnamedPerPlace : perPlace, address)
      const id = randomUUID() as string as ActorId
      const visitor = { id, name: name ?? '' }
      await db.query
        .insertInto('visitor')
        .values({ ...visitor, created_at: now })
        .execute()
      return { token: await sessions.open('visitor', id, now), visitor, ...server }
    },

    /** Whoever presents no session, or one that has ended, is nobody already. */
    async closeVisitorSession(_, { presented }) {
      if (presented?.session.kind === 'visitor') await sessions.end(presented.session.tokenHash)
      return {}
    },

    nameVisitor: async ({ body }, { actor }) => ({ visitor: await rename(actor.id, body.name, actor.name) }),

    async getVisitorSession(_, { actor }) {
      return { visitor: { id: actor.id, name: actor.name }, chats: await chatsOf(actor.id), ...server }
    },
  }
}
