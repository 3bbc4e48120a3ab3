import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { type AccountId, type AgentCommand, db, type OutboxRow } from './db.ts'

/** Puts a command about a chat into the outbox, behind all others. Within a transaction when there is one. Gives its client id. */
export const queueCommand = (accountId: AccountId, chatId: ChatId, command: AgentCommand): Promise<ClientId> =>
  db.transaction('rw', db.outbox, async () => {
    const last = await db.outbox.orderBy('order').last()
    const row: OutboxRow = {
      clientId: crypto.randomUUID() as ClientId,
      accountId,
      chatId,
      command,
      createdAt: Date.now(),
      order: (last?.order ?? 0) + 1,
      attempts: 0,
      nextTryAt: 0,
      refusal: null,
    }
    await db.outbox.add(row)
    return row.clientId
  })
