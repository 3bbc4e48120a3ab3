import { join } from 'node:path'
import { sql } from 'kysely'
import { type Config, readConfig } from './config.ts'
import { createAccounts } from './features/agents/accounts.ts'
import { agentHandlers } from './features/agents/agent-handlers.ts'
import { ensureAdministrator } from './features/agents/ensure-administrator.ts'
import { chatHandlers } from './features/chats/handle.ts'
import { publishEvents } from './features/chats/publish-events.ts'
import { chatQueries } from './features/chats/queries.ts'
import { createReceipts } from './features/chats/receipts.ts'
import { createTyping } from './features/chats/typing.ts'
import { authorizeChannel, endSubscriptionsOf } from './features/realtime/authorize-channel.ts'
import { openRealtime } from './features/realtime/open-realtime.ts'
import { createSessions } from './features/sessions/sessions.ts'
import { sweepSessions, sweepSessionsTimer } from './features/sessions/sweep-sessions.ts'
import { visitorHandlers } from './features/visitors/visitor-handlers.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/http-server.ts'
import { createLog as createChatLog } from './log/log.ts'
import { logIdOf } from './log/log-id.ts'
import { countAppends } from './observe/count-appends.ts'
import { createLog } from './observe/log.ts'
import { createMetrics } from './observe/metrics.ts'
import { observeCall } from './observe/observe-call.ts'
import { addressToOpen, say } from './observe/say.ts'
import { startFailure } from './observe/start-failure.ts'
import { openDatabase } from './store/database.ts'
import { repeat } from './timers/repeat.ts'
import { createTimers } from './timers/timers.ts'

/** The composition root: the only file that connects the parts. */

const root = join(import.meta.dirname, '..')
const log = createLog()
const now = Date.now
/** How long running requests have after SIGTERM, and how long everything has, ms. */
const patience = { requests: 3_000, all: 4_500 }

process.on('uncaughtException', die)
process.on('unhandledRejection', die)
await main()

async function main() {
  let config: Config | null = null
  try {
    config = readConfig(process.env)
    const stop = await start(config)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal, stop))
  } catch (error) {
    say(`Deskbell did not start: ${startFailure(error, config)}`)
    process.exit(1)
  }
}

/** Starts everything; gives the function that stops it. */
async function start(config: Config) {
  const db = await openDatabase(config.database)
  const logId = await logIdOf(db)
  const sessions = createSessions(db)
  const { publisher, engine, client, clientOrigin } = await openRealtime(db, config.realtime, (session) =>
    sessions.goesOn(session, now()),
  )
  const server = { logId, realtime: client }
  const accounts = createAccounts(db)
  const { oneTimePassword } = await ensureAdministrator({ accounts, sessions, ...config.administrator, now: now() })

  const metrics = createMetrics()
  if (engine) metrics.watchRealtime(engine.stats)
  const queries = chatQueries(db)
  const reactionFailed = (reaction: string, err: unknown) => {
    metrics.reactionFailed(reaction)
    log.error({ reaction, err }, 'reaction failed; it will be tried again')
  }
  const reactions = [publishEvents(publisher, queries, logId)]
  const chatLog = countAppends(createChatLog({ db, reactions, now, onError: reactionFailed }), metrics)
  const timers = createTimers({
    db,
    now,
    handlers: { [sweepSessionsTimer]: sweepSessions(sessions) },
    onError: (timer, err) => log.error({ timer, err }, 'timer failed; it will be tried again'),
  })
  await timers.ensure(sweepSessionsTimer, '', now())

  let stopping = false
  const databaseAnswers = () =>
    sql`select 1`.execute(db.query).then(
      () => true,
      () => false,
    )
  const onError = (err: unknown) => log.error({ err }, 'request failed')
  const app = createApp({
    onError,
    dist: join(root, 'dist'),
    publicUrl: config.publicUrl,
    realtimeOrigin: clientOrigin,
    realtimeApi: engine?.handleHttp ?? null,
    health: { metrics: metrics.registry, isReady: async () => !stopping && (await databaseAnswers()) },
    observe: observeCall(log, metrics),
    findSession: (token, at) => sessions.find(token, at),
    now,
    handlers: {
      ...agentHandlers({
        accounts,
        sessions,
        server,
        endSubscriptions: async (session) => engine && endSubscriptionsOf(publisher, session),
      }),
      ...visitorHandlers({
        db,
        sessions,
        server,
        chatsOf: async (visitor) => queries.summaries(await queries.idsOfVisitor(visitor)),
      }),
      ...chatHandlers({
        db,
        log: chatLog,
        logId,
        queries,
        receipts: createReceipts(db, queries, publisher),
        typing: createTyping(queries, publisher),
      }),
      ...authorizeChannel({ publisher, chat: (id) => queries.chat(id), endsAtSignOut: engine !== null }),
    },
  })
  const http = await listen(config.host, config.port, {
    fetch: (request, bindings) => app.fetch(request, bindings),
    upgrade: (...socket) => engine?.handleUpgrade(...socket) ?? false,
    onError,
  })
  const failed = (task: string) => (err: unknown) => log.error({ task, err }, 'task failed; it will be tried again')
  const stopSweeping = repeat(1_000, () => chatLog.sweep(), failed('reactions'))
  const stopTimers = repeat(500, () => timers.tick(), failed('timers'))
  announce(config, http.address.port, oneTimePassword)

  return async () => {
    stopping = true
    await Promise.all([http.stop(patience.requests), engine?.close(), stopSweeping(), stopTimers()])
    await chatLog.drain()
    await publisher.close()
    await db.close()
  }
}

function announce({ publicUrl, host, administrator }: Config, port: number, oneTimePassword: string | null) {
  const address = addressToOpen(publicUrl, host, port)
  log.info({ host, port, pid: process.pid, node: process.version }, 'serving')
  say(
    `Deskbell serves ${address}`,
    `To answer chats, load the extension (${address}/) and sign in as ${administrator.username}.`,
  )
  if (oneTimePassword) say(`Password of ${administrator.username}, shown this once: ${oneTimePassword}`)
}

async function shutDown(signal: string, stop: () => Promise<void>) {
  log.info({ signal }, 'stopping')
  setTimeout(() => die(new Error('The server did not stop in time.')), patience.all).unref()
  await stop()
  log.info('stopped')
  process.exit(0)
}

function die(err: unknown) {
  log.fatal({ err }, 'the server broke')
  process.exit(1)
}
