import { randomUUID } from 'node:crypto'
import type { ChatSummary, Realtime } from '#shared/contract/api.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Handlers } from '../caller.ts'
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
): Handlers<'openVisitorSession' | 'getVisitorSession' | 'nameVisitor'> {
  const { db, sessions, server, chatsOf } = parts
  const perPlace = createThrottle(30, 10 * 60)
  /** Without a name it is a page that was opened and no form that was sent: of those one office has more. */
  const unnamedPerPlace = createThrottle(120, 10 * 60)
  const rename = async (id: ActorId, name: string) => {
    await db.query.updateTable('visitor').set({ name }).where('id', '=', id).execute()
    return { id, name }
  }

  return {
    /** Somebody whom we know already keeps their chats, and takes the new name if there is one. */
    async openVisitorSession({ body: { name } }, { presented, address, now }) {
      if (presented?.session.kind === 'visitor') {
        const { session, token } = presented
        await sessions.extend(session.tokenHash, 'visitor', now)
        const { id, name: known } = session.actor
        return { token, visitor: name === undefined ? { id, name: known } : await rename(id, name), ...server }
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

    nameVisitor: async ({ body }, { actor }) => ({ visitor: await rename(actor.id, body.name) }),

    async getVisitorSession(_, { actor }) {
      return { visitor: { id: actor.id, name: actor.name }, chats: await chatsOf(actor.id), ...server }
    },
  }
}
