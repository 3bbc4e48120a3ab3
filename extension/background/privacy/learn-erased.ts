import type { ApiClient } from '#shared/client/api-client.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from '../../core/db.ts'
import { eraseCopy, erasedTables } from '../../core/erase-copy.ts'

/**
 * Asks whose words were erased while this browser was not connected, and erases its copies of them: of chats that are over no
 * stream is resumed. Throws what the API refuses; what was erased until then stays so, and is not asked for again.
 */
export async function learnErased(accountId: AccountId, api: Pick<ApiClient, 'listErased'>): Promise<void> {
  for (;;) {
    const account = await db.accounts.get(accountId)
    if (!account) return
    const { chats, next, more } = await api.listErased({ query: { after: String(account.erasedUntil ?? 0) } })
    await db.transaction('rw', [...erasedTables, db.accounts], async () => {
      for (const chatId of await heldOf(accountId, chats)) await eraseCopy(accountId, chatId)
      await db.accounts.update(accountId, { erasedUntil: next })
    })
    if (!more) return
  }
}

async function heldOf(accountId: AccountId, chats: readonly ChatId[]): Promise<ChatId[]> {
  const rows = await db.chats.bulkGet(chats.map((chatId) => [accountId, chatId]))
  return rows.flatMap((row) => (row && !row.chat.erased ? [row.chatId] : []))
}
