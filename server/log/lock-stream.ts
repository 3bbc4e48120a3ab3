import { sql, type Transaction } from 'kysely'
import type { StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { readChat } from '#shared/domain/chat/read-chat.ts'
import type { Tables } from '../store/tables.ts'
import type { Write } from '../store/write-together.ts'

/**
 * Locks a stream until the transaction ends, making its row when it has none yet. Writing the row is the lock on both
 * databases (S3); the server's time is taken under it, so times never run against the numbers.
 */
export async function lockStream(
  tx: Transaction<Tables>,
  stream: StreamId,
): Promise<{ lastSeq: number; state: Chat | undefined }> {
  const row = await tx
    .insertInto('stream')
    .values({ id: stream, last_seq: 0, state: null })
    .onConflict((on) => on.column('id').doUpdateSet({ last_seq: sql<number>`stream.last_seq` }))
    .returning(['last_seq', 'state'])
    .executeTakeFirstOrThrow()
  return { lastSeq: row.last_seq, state: row.state === null ? undefined : readChat(row.state) }
}

/** Takes the next `count` numbers of a stream. Gives the stream and the last number before them. */
export async function raiseStream(
  tx: Transaction<Tables>,
  stream: StreamId,
  count: number,
): Promise<[StreamId, number]> {
  const row = await tx
    .insertInto('stream')
    .values({ id: stream, last_seq: count, state: null })
    .onConflict((on) => on.column('id').doUpdateSet({ last_seq: sql<number>`stream.last_seq + ${count}` }))
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  return [stream, row.last_seq - count]
}

export const saveState = (tx: Transaction<Tables>, stream: StreamId, lastSeq: number, chat: Chat | undefined): Write =>
  tx
    .updateTable('stream')
    .set({ last_seq: lastSeq, state: chat ? JSON.stringify(chat) : null })
    .where('id', '=', stream)
