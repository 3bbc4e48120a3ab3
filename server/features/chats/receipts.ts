import { sql } from 'kysely'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { type Receipt, realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { isParticipant } from '../../domain/chats/may-see.ts'
import { refused } from '../../domain/refused.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { Database } from '../../store/database.ts'
import { participantChannels } from './audience.ts'
import { type ChatQueries, receiptOf } from './queries.ts'

export type Receipts = ReturnType<typeof createReceipts>

/** How far each participant has received and read: numbers that only rise, however often and in whatever order they come (S10). */
export const createReceipts = (db: Database, queries: ChatQueries, publisher: Publisher) => ({
  /** Gives the participant's numbers as they now are. Throws Refused. */
  async mark(chatId: ChatId, actor: Actor, asked: { delivered: number; read: number }): Promise<Receipt> {
    const chat = await queries.chat(chatId)
    if (!chat || !isParticipant(actor, chat)) throw refused('not-found', 'You are not in this chat.')
    const lastSeq = (await queries.lastSeqs([chatStream(chatId)])).get(chatStream(chatId)) ?? 0
    // What was read was received; and nobody can have read what was not written yet.
    const read = Math.min(asked.read, lastSeq)
    const delivered = Math.min(Math.max(asked.delivered, read), lastSeq)
    const row = await db.query
      .insertInto('receipt')
      .values({ chat_id: chatId, actor_id: actor.id, kind: actor.kind, delivered, read })
      .onConflict((on) =>
        on.columns(['chat_id', 'actor_id']).doUpdateSet({ delivered: risen('delivered'), read: risen('read') }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    const receipt = receiptOf(row)
    const signal: Signal = { type: 'receipt', receipt }
    await publisher.publish(participantChannels(chat), realtimeEvents.signal, signal)
    return receipt
  },
})

const risen = (column: 'delivered' | 'read') =>
  sql<number>`case when excluded.${sql.ref(column)} > receipt.${sql.ref(column)} then excluded.${sql.ref(column)} else receipt.${sql.ref(column)} end`
