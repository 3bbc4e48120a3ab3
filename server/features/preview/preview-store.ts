import { randomUUID } from 'node:crypto'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { PreviewState } from '#shared/contract/preview-api.ts'
import { previewVisitor } from '#shared/domain/preview/preview-ids.ts'
import { setAlarm } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import type { Groups } from '../groups/groups.ts'

/** Keyed by the preview. */
export const forgetPreviewTimer = 'forget-preview'
const day = 24 * 60 * 60 * 1000

/** Makes a preview with the rules of a group, and the timer by which it is forgotten a day later. Gives its visitor. */
export async function makePreview(
  { query }: Database,
  groups: Groups,
  group: GroupId | undefined,
  now: number,
): Promise<ActorId> {
  const id = randomUUID() as string as GroupId
  const visitor = previewVisitor(id)
  const { name, settings } = await groups.orEveryone(group)
  await query.transaction().execute(async (tx) => {
    await tx
      .insertInto('preview')
      .values({ id, name, settings: JSON.stringify(settings) })
      .execute()
    await tx.insertInto('visitor').values({ id: visitor, name: '', created_at: now }).execute()
    await setAlarm(tx, forgetPreviewTimer, id, now + day)
  })
  return visitor
}

/** How a preview stands; nothing when it has been forgotten. */
export async function previewState({ query }: Database, id: GroupId): Promise<PreviewState | null> {
  const row = await query.selectFrom('preview').select(['away', 'closed']).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const chat = await query
    .selectFrom('chat')
    .select(['id', 'phase', 'invited'])
    .where('visitor_id', '=', previewVisitor(id))
    .orderBy('requested_at', 'desc')
    .orderBy('last_activity_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    chat: chat ? { chatId: chat.id as ChatId, phase: chat.phase, invited: chat.invited === 1 } : null,
    away: row.away === 1,
    closed: row.closed === 1,
  }
}

export async function setPreview({ query }: Database, id: GroupId, state: { away: boolean; closed: boolean }) {
  await query
    .updateTable('preview')
    .set({ away: Number(state.away), closed: Number(state.closed) })
    .where('id', '=', id)
    .execute()
}
