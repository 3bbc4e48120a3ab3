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

export function visitorHandlers(parts: VisitorParts): Handlers<'openVisitorSession' | 'getVisitorSession'> {
  const { db, sessions, server, chatsOf } = parts
  const perPlace = createThrottle(30, 10 * 60)

  return {
    /** Somebody whom we know already keeps their chats and takes the new name. */
    async openVisitorSession({ body: { name } }, { presented, address, now }) {
      if (presented?.session.kind === 'visitor') {
        const { session, token } = presented
        await db.query.updateTable('visitor').set({ name }).where('id', '=', session.actor.id).execute()
        await sessions.extend(session.tokenHash, 'visitor', now)
        return { token, visitor: { id: session.actor.id, name }, ...server }
      }
      await countPlace(perPlace, address)
      const id = randomUUID() as string as ActorId
      await db.query.insertInto('visitor').values({ id, name, created_at: now }).execute()
      return { token: await sessions.open('visitor', id, now), visitor: { id, name }, ...server }
    },

    async getVisitorSession(_, { actor }) {
      return { visitor: { id: actor.id, name: actor.name }, chats: await chatsOf(actor.id), ...server }
    },
  }
}
