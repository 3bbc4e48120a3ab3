import { randomUUID } from 'node:crypto'
import type { Person } from '#shared/contract/actors.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'

/** Ends what an agent observes who may do so no more (L6). What they have just ended themselves stays as it is. */
export async function endObservations({ query }: Database, log: Pick<Log, 'append'>, agent: Person): Promise<void> {
  const rows = await query.selectFrom('observer').select('chat_id').where('agent_id', '=', agent.id).execute()
  const actor = { kind: 'agent', id: agent.id, name: agent.name } as const
  for (const { chat_id } of rows)
    await log.append({ type: 'stop-observing', chatId: chat_id as ChatId }, actor, randomUUID() as string as ClientId)
}
