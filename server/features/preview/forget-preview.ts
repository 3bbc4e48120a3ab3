import type { Transaction } from 'kysely'
import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { previewVisitor } from '#shared/domain/preview/preview-ids.ts'
import { lockStream } from '../../log/lock-stream.ts'
import { chatTimer } from '../../log/project-alarm.ts'
import { removeAlarm } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import type { Tables } from '../../store/tables.ts'
import type { TimerHandler } from '../../timers/timers.ts'

/**
 * A day later nothing is left of a preview (G4): its chats go whole, numbers too, since nobody but its own visitor ever had a
 * copy (S9 is about those that others have).
 */
export const forgetPreview =
  ({ query }: Database): TimerHandler =>
  async ({ key }) => {
    const visitor = previewVisitor(key as GroupId)
    await query.transaction().execute(async (tx) => {
      // First: without a session and a group nobody begins another chat in it.
      await tx.deleteFrom('session').where('actor_id', '=', visitor).execute()
      await tx.deleteFrom('visitor').where('id', '=', visitor).execute()
      await tx.deleteFrom('preview').where('id', '=', key).execute()
      const chats = await tx.selectFrom('chat').select('id').where('visitor_id', '=', visitor).execute()
      for (const { id } of chats) await forgetChat(tx, id as ChatId)
    })
    return null
  }

async function forgetChat(tx: Transaction<Tables>, id: ChatId) {
  const streams = [chatStream(id), internalStream(id)]
  // Who writes in it just now comes first.
  await lockStream(tx, chatStream(id)).execute()
  await removeAlarm(tx, chatTimer, id)
  for (const table of ['chat_agent', 'receipt', 'offer', 'tried', 'observer'] as const)
    await tx.deleteFrom(table).where('chat_id', '=', id).execute()
  await tx.deleteFrom('chat').where('id', '=', id).execute()
  for (const table of ['event', 'command', 'reaction_due'] as const)
    await tx.deleteFrom(table).where('stream', 'in', streams).execute()
  await tx.deleteFrom('stream').where('id', 'in', streams).execute()
}
