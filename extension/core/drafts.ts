import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'

/** Keeps what is being written in a chat (A34): a popup dies at a click elsewhere. */
export async function saveDraft(accountId: AccountId, chatId: ChatId, text: string): Promise<void> {
  if (text === '') await db.drafts.delete([accountId, chatId])
  else await db.drafts.put({ accountId, chatId, text })
}

export const readDraft = async (accountId: AccountId, chatId: ChatId): Promise<string> =>
  (await db.drafts.get([accountId, chatId]))?.text ?? ''

/** Where the first message to a visitor, or to a colleague, is kept while it is written: there is no chat yet. */
export const visitorDraft = (visitorId: ActorId): ChatId => `visitor/${visitorId}` as ChatId
export const colleagueDraft = (agentId: ActorId): ChatId => `colleague/${agentId}` as ChatId
