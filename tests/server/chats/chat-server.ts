import type { Actor } from '#shared/contract/actors.ts'
import type { Hint, Signal } from '#shared/contract/signals.ts'
import { chatHandlers } from '../../../server/features/chats/handle.ts'
import { publishEvents } from '../../../server/features/chats/publish-events.ts'
import { chatQueries } from '../../../server/features/chats/queries.ts'
import { createReceipts } from '../../../server/features/chats/receipts.ts'
import { createTyping } from '../../../server/features/chats/typing.ts'
import { createGroups } from '../../../server/features/groups/groups.ts'
import { logIdOf } from '../../../server/log/log-id.ts'
import type { Publisher } from '../../../server/realtime/publisher.ts'
import type { Database } from '../../../server/store/database.ts'
import { aLog } from '../log/a-log.ts'

export interface Published {
  readonly channels: readonly string[]
  readonly name: string
  readonly data: Hint | Signal
}

/** The handlers on a real log, with everything that is published kept. */
export async function aChatServer(db: Database, now: () => number = Date.now) {
  const published: Published[] = []
  const publisher: Pick<Publisher, 'publish'> = {
    async publish(channels, name, data) {
      published.push({ channels, name, data: data as Hint | Signal })
    },
  }
  const logId = await logIdOf(db)
  const queries = chatQueries(db)
  const log = aLog(db, { reactions: [publishEvents(publisher as Publisher, queries, logId, now)], now })
  const receipts = createReceipts(db, queries, publisher as Publisher)
  const typing = createTyping(queries, publisher as Publisher)
  const handlers = chatHandlers({ db, log, logId, queries, receipts, typing, groups: createGroups(db), now })
  return { log, logId, queries, handlers, published, as: (actor: Actor) => ({ actor }) }
}
export type ChatServer = Awaited<ReturnType<typeof aChatServer>>
