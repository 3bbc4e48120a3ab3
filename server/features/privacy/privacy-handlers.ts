import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { Handlers } from '../caller.ts'
import type { ChatQueries } from '../chats/queries.ts'
import { createThrottle } from '../throttle.ts'
import { eraseChatsOf, forgetVisitor } from './erase-visitor.ts'
import { erasedSince } from './erased-since.ts'
import { exportVisitor } from './export-visitor.ts'

export interface PrivacyParts {
  readonly db: Database
  readonly queries: ChatQueries
  readonly log: Pick<Log, 'append'>
}

/** Both are about whoever asks: no address names anybody else, and agents are refused by the routes' own rule (W31). */
export function privacyHandlers(parts: PrivacyParts): Handlers<'exportMyData' | 'deleteMyData' | 'listErased'> {
  const { db, queries, log } = parts
  const perVisitor = createThrottle(20, 10 * 60)
  return {
    async exportMyData(_, { actor, now }) {
      await perVisitor.count(actor.id)
      return exportVisitor(db, queries, actor, now)
    },

    async deleteMyData(_, { actor, now }) {
      const erasedChats = await forgetVisitor(db, actor.id, now)
      // What fails here the timer does.
      await eraseChatsOf(db, log, actor.id)
      return { erasedChats }
    },

    listErased: ({ query: { after } }) => erasedSince(db, after),
  }
}
