import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'
import { queueCommand } from './queue-command.ts'
import { command } from './request.ts'

/**
 * Sends what was written: into the outbox and out of the draft in one step, so that it is always in exactly one of them.
 * Resolves when that is stored; whether it has arrived, the outbox and the events tell.
 */
export async function writeMessage(accountId: AccountId, chatId: ChatId, text: string): Promise<ClientId> {
  const clientId = await db.transaction('rw', db.outbox, db.drafts, async () => {
    await db.drafts.delete([accountId, chatId])
    return queueCommand(accountId, chatId, { operation: 'sendMessage', text })
  })
  // A mere hint: the background looks into the outbox by itself whenever it starts and every half minute.
  command('kick', {}).catch(() => {})
  return clientId
}
