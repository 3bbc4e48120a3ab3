import type { Group } from '#shared/contract/groups.ts'
import { everyone, type GroupId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'

/**
 * The groups that visitors may ask for (W12), by name: an id and a name, and nothing of who is in them.
 * @param ids those that a site names; without them all. Everyone is where a chat goes that asks for none.
 */
export async function offeredGroups({ query }: Database, ids?: readonly GroupId[]): Promise<Group[]> {
  let asked = query.selectFrom('agent_group').select(['id', 'name']).where('id', '!=', everyone)
  if (ids) asked = asked.where('id', 'in', ids)
  const rows = await asked.orderBy('name').orderBy('id').execute()
  return rows.map(({ id, name }) => ({ id: id as GroupId, name }))
}
