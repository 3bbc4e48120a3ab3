import type { Person } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { refused } from '../../domain/refused.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import { carriesOut, type HandlersOf } from './handle.ts'

interface AskParts {
  readonly db: Database
  readonly log: Log
  readonly logId: string
}

/** Chats between agents (A14). Throws Refused. */
export function askColleagueHandler({ db, log, logId }: AskParts): HandlersOf<'askColleague'> {
  const carryOut = carriesOut(log, logId)
  return {
    async askColleague({ params: { agentId }, body: { chatId, clientId, text } }, { actor }) {
      const to = await colleague(db, agentId)
      if (!to) throw refused('not-found', 'There is no such agent any more. Nothing was sent.')
      return carryOut({ type: 'ask-colleague', chatId, to, text }, actor, clientId)
    },
  }
}

async function colleague({ query }: Database, id: ActorId): Promise<Person | null> {
  const row = await query.selectFrom('agent').select('name').where('id', '=', id).executeTakeFirst()
  return row ? { id, name: row.name } : null
}
