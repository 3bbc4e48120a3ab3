import type { ClientId } from '#shared/contract/ids.ts'
import { isStart } from './begun-chats.ts'
import { db } from './db.ts'

/** Takes back what waits in the outbox. With the start of a chat goes all that waits behind it: it could never be sent. */
export const discardItem = (clientId: ClientId): Promise<void> =>
  db.transaction('rw', db.outbox, db.notices, async () => {
    const item = await db.outbox.get(clientId)
    const behind =
      item && isStart(item)
        ? await db.outbox.where('[accountId+chatId]').equals([item.accountId, item.chatId]).primaryKeys()
        : []
    await db.outbox.bulkDelete([clientId, ...behind])
    await db.notices.bulkDelete([clientId, ...behind])
  })
