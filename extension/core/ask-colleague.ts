import type { Person } from '#shared/contract/actors.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'
import { colleagueDraft } from './drafts.ts'
import { queueCommand } from './queue-command.ts'
import { command } from './request.ts'

/**
 * Asks a colleague for a chat (A14): what was written goes into the outbox and out of the draft in one step. Offline it waits there.
 * @returns the chat, which can be shown at once
 */
export async function askColleague(accountId: AccountId, { id, name }: Person, text: string): Promise<ChatId> {
  const chatId = crypto.randomUUID() as string as ChatId
  await db.transaction('rw', db.outbox, db.drafts, async () => {
    await db.drafts.delete([accountId, colleagueDraft(id)])
    await queueCommand(accountId, chatId, { operation: 'askColleague', text, to: { id, name } })
  })
  // A mere hint, as for every message.
  command('kick', {}).catch(() => {})
  return chatId
}
