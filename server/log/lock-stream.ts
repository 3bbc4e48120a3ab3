import { sql, type Transaction } from 'kysely'
import type { StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { readChat } from '#shared/domain/chat/read-chat.ts'
import type { Tables } from '../store/tables.ts'
import type { Write } from '../store/write-together.ts'

/** What the row of a stream says, once it is locked: its last number, and the chat. */
export interface LockedStream {
  readonly last_seq: number
  readonly state: string | null
}

/**
 * Locks a stream until the transaction ends, making its row when it has none yet. Writing the row is the lock on both
 * databases (S3); the server's time is taken under it, so times never run against the numbers.
 */
export const lockStream = (tx: Transaction<Tables>, stream: StreamId) =>
  tx
    .insertInto('stream')
    .values({ id: stream, last_seq: 0, state: null })
    .onConflict((on) => on.column('id').doUpdateSet({ last_seq: sql<number>`stream.last_seq` }))
    .returning(['last_seq', 'state'])

export const chatIn = ({ state }: LockedStream): Chat | undefined => (state === null ? undefined : readChat(state))

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
