import { type ChatRow, db } from '../../core/db.ts'

/** The agent does not want to hear these requests any more; they stay in the list and on the badge (A22). */
export async function silence(which: (row: ChatRow) => boolean): Promise<void> {
  await db.chats
    .where('[list+requestedAt]')
    .between(['waiting', 0], ['waiting', Number.MAX_SAFE_INTEGER])
    .filter(which)
    .modify({ silenced: true })
}
