import type { ChatId } from '#shared/contract/ids.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { type AccountId, db } from './db.ts'
import { visitorDraft } from './drafts.ts'
import { queueCommand } from './queue-command.ts'
import { command } from './request.ts'

/**
 * Begins a chat with a visitor (A4): what was written goes into the outbox and out of the draft in one step. Offline it waits there.
 * @returns the chat, which can be shown at once
 */
export async function startVisitorChat(accountId: AccountId, seen: OnlineVisitor, text: string): Promise<ChatId> {
  const chatId = crypto.randomUUID() as string as ChatId
  const { visitor, page, language } = seen
  await db.transaction('rw', db.outbox, db.drafts, async () => {
    await db.drafts.delete([accountId, visitorDraft(visitor.id)])
    await queueCommand(accountId, chatId, { operation: 'startVisitorChat', text, seen: { visitor, page, language } })
  })
  // A mere hint, as for every message.
  command('kick', {}).catch(() => {})
  return chatId
}
