import { randomUUID } from 'node:crypto'
import type { Group } from '#shared/contract/groups.ts'
import type { ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import { theSystem } from '../../domain/system.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'

/** Moves the chats of a group that are not over to another one; gives how many. */
export async function moveChats({ query }: Database, log: Log, from: GroupId, group: Group): Promise<number> {
  const rows = await query
    .selectFrom('chat')
    .select('id')
    .where('group_id', '=', from)
    .where('phase', 'in', ['waiting', 'active'])
    .execute()
  for (const { id } of rows) {
    const clientId = randomUUID() as string as ClientId
    await log.append({ type: 'change-group', chatId: id as ChatId, group }, theSystem, clientId)
  }
  return rows.length
}
