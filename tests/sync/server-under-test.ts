import { ApiError } from '#shared/client/api-client.ts'
import type { OutboxItem } from '#shared/client/outbox.ts'
import type { Actor, Person } from '#shared/contract/actors.ts'
import type { CommandAnswer, EventPage, SyncAnswer } from '#shared/contract/api.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { type Refusal, refusalStatus } from '#shared/contract/refusals.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import { Refused, refused } from '../../server/domain/refused.ts'
import { chatHandlers } from '../../server/features/chats/handle.ts'
import { publishEvents } from '../../server/features/chats/publish-events.ts'
import { chatQueries } from '../../server/features/chats/queries.ts'
import { createReceipts } from '../../server/features/chats/receipts.ts'
import { createTyping } from '../../server/features/chats/typing.ts'
import { createGroups } from '../../server/features/groups/groups.ts'
import { createLog } from '../../server/log/log.ts'
import { logIdOf } from '../../server/log/log-id.ts'
import type { Publisher } from '../../server/realtime/publisher.ts'
import type { Database } from '../../server/store/database.ts'
import { sendTo } from './send-to.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface ServerParts {
  readonly open: () => Promise<Database>
  readonly time: VirtualTime
  /** Hands a push to everybody who listens on one of the channels. */
  readonly push: (channels: readonly string[], data: unknown) => void
  /** What is done to the database before anything reads it. */
  readonly prepare: (db: Database) => Promise<void>
  /** While true, commands are put off with "unavailable". */
  readonly isQuiet: () => boolean
}

/** What a server process answers to chats: the real log, handlers and reactions, between the real database and our network. */
export async function startServer({ open, time, push, prepare, isQuiet }: ServerParts) {
  const db = await open()
  await prepare(db)
  const logId = await logIdOf(db)
  const queries = chatQueries(db)
  let dyingBeforePublish: (() => void) | null = null
  let dead = false

  const publish: Publisher['publish'] = async (channels, _, data) => {
    if (dyingBeforePublish) {
      dead = true
      dyingBeforePublish()
    }
    if (dead) throw new Error('This process has died.')
    push(channels, structuredClone(data))
  }
  const publisher = { publish } as Publisher
  const log = createLog({
    db,
    reactions: [publishEvents(publisher, queries, logId, time.now)],
    now: time.now,
    onError: () => {},
  })
  const handlers = chatHandlers({
    db,
    log,
    logId,
    queries,
    receipts: createReceipts(db, queries, publisher),
    typing: createTyping(queries, publisher),
    groups: createGroups(db),
    now: time.now,
  })

  const serve = <T>(handle: () => Promise<T>): Promise<T> =>
    time.busy(
      (async () => {
        if (dead) throw new ApiError(0, null, 'connection refused')
        const answer = await handle().catch((error: unknown) => {
          throw error instanceof Refused ? errorOf(error.refusal) : error
        })
        await log.drain()
        if (dead) throw new ApiError(0, null, 'connection lost')
        return answer
      })(),
    )

  return {
    db,
    logId,
    command: (item: OutboxItem, actor: Actor): Promise<CommandAnswer> =>
      serve(async () => {
        if (isQuiet()) throw refused('unavailable', 'Not yet.')
        return sendTo(handlers, item, actor)
      }),
    listEvents: (stream: StreamId, after: number, actor: Actor): Promise<EventPage> =>
      serve(() => handlers.listEvents({ params: { stream }, query: { after } }, { actor })),
    sync: (known: string | null, streams: Record<StreamId, number>, actor: Actor): Promise<SyncAnswer> =>
      serve(() => handlers.sync({ body: { logId: known, streams } }, { actor })),
    sweep: () => time.busy(dead ? Promise.resolve(0) : log.sweep()),
    /** Dies after the next commit, before anybody is told of it. */
    dieBeforePublish(died: (() => void) | null) {
      dyingBeforePublish = died
    },
    /** One agent has asked another for a chat. */
    async hasAsked(chatId: ChatId, clientId: ClientId, from: Actor, to: Person) {
      const asked = await log.append({ type: 'ask-colleague', chatId, to, text: 'Have you a minute?' }, from, clientId)
      if ('refusal' in asked) throw new Error(asked.refusal.message)
      await log.drain()
    },
    async stop() {
      dead = true
      await db.close()
    },
  }
}
export type RunningServer = Awaited<ReturnType<typeof startServer>>

const errorOf = (refusal: Refusal) => new ApiError(refusalStatus[refusal.code], refusal, refusal.message)
