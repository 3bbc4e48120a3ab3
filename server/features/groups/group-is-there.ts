import type { GroupId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import type { Guard } from '../../log/append.ts'
import type { Database } from '../../store/database.ts'
import { previewGroup } from './preview-group.ts'

/** Refuses when there is no such group any more. One that is just being removed takes along only chats that are in it by then. */
export const groupIsThere =
  ({ kind }: Database, id: GroupId, refusal: Refusal): Guard =>
  async (tx) => {
    const found = tx.selectFrom('agent_group').select('id').where('id', '=', id)
    const row = await (kind === 'postgres' ? found.forShare() : found).executeTakeFirst()
    return row || (await previewGroup(tx, id)) ? null : refusal
  }
