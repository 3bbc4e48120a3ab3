import { refuse } from '#shared/contract/refusals.ts'
import { Refused } from '../../domain/refused.ts'
import type { Guard } from '../../log/append.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import { carriesOut, type HandlersOf } from '../chats/handle.ts'
import type { Groups } from './groups.ts'

export interface MoveParts {
  readonly db: Database
  readonly log: Log
  readonly logId: string
  readonly groups: Groups
}

/** Moves a chat to another group (R8). Refuses a group that there is not, with `not-found`. */
export function moveChatHandler({ db, log, logId, groups }: MoveParts): HandlersOf<'moveChat'> {
  const carryOut = carriesOut(log, logId)

  /** A group that is being removed takes its chats along only if they are in it by then. */
  const isStillThere =
    (id: string): Guard =>
    async (tx) => {
      const found = tx.selectFrom('agent_group').select('id').where('id', '=', id)
      const row = await (db.kind === 'postgres' ? found.forShare() : found).executeTakeFirst()
      return row ? null : gone
    }

  return {
    async moveChat({ params, body: { clientId, groupId } }, { actor }) {
      const group = await groups.find(groupId)
      if (!group) throw new Refused(gone)
      const { id, name } = group
      return carryOut({ type: 'move-chat', ...params, group: { id, name } }, actor, clientId, isStillThere(id))
    },
  }
}

const gone = refuse('not-found', 'There is no such group any more. The chat stays where it is; choose another group.')
