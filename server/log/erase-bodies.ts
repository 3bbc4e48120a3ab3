import type { Transaction } from 'kysely'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { erasedEvent } from '#shared/domain/chat/erase.ts'
import type { Tables } from '../store/tables.ts'
import { readEvents } from './stored-events.ts'

/** Overwrites what people wrote in a chat, and who its visitor was; numbers, times and kinds stay (S9). Under the chat's lock. */
export async function eraseBodies(tx: Transaction<Tables>, chatId: ChatId): Promise<void> {
  for (const stream of [chatStream(chatId), internalStream(chatId)])
    for (const stored of await readEvents(tx, stream, 0)) {
      const { actor, event } = erasedEvent(stored)
      await tx
        .updateTable('event')
        .set({ actor_name: actor.name, body: JSON.stringify(event) })
        .where('stream', '=', stream)
        .where('seq', '=', stored.seq)
        .execute()
    }
}
