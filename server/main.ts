import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { type Config, readConfig } from './config.ts'
import { theSystem } from './domain/system.ts'
import { createAccounts } from './features/agents/accounts.ts'
import { agentHandlers } from './features/agents/agent-handlers.ts'
import { ensureAdministrator } from './features/agents/ensure-administrator.ts'
import { askColleagueHandler } from './features/chats/ask-colleague.ts'
import { chatHandlers } from './features/chats/handle.ts'
import { joiningHandlers } from './features/chats/joining-handlers.ts'
import { publishEvents } from './features/chats/publish-events.ts'
import { chatQueries } from './features/chats/queries.ts'
import { createReceipts } from './features/chats/receipts.ts'
import { createTyping } from './features/chats/typing.ts'
import { followUpHandlers } from './features/follow-ups/follow-up-handlers.ts'
import { mailAnswers } from './features/follow-ups/mail-answers.ts'
import { readPhone } from './features/follow-ups/read-phone.ts'
import { createAvailabilities } from './features/groups/availability.ts'
import { groupHandlers } from './features/groups/group-handlers.ts'
import { createGroups } from './features/groups/groups.ts'
import { moveChatHandler } from './features/groups/move-chat-handler.ts'
import { offeredGroups } from './features/groups/offered-groups.ts'
import { tellAvailability } from './features/groups/tell-availability.ts'
import { identityHandlers } from './features/identity/identity-handlers.ts'
import { createIdentitySecret } from './features/identity/identity-secret.ts'
import { createAttendance } from './features/presence/attendance.ts'
import { createPresence } from './features/presence/presence.ts'
import { presenceHandlers } from './features/presence/presence-handlers.ts'
import { createStatuses } from './features/presence/statuses.ts'
import { tellPresence } from './features/presence/tell-presence.ts'
import { agentOfChannel } from './features/presence/vacated.ts'
import { previewHandlers } from './features/preview/preview-handlers.ts'
import { previewTimers } from './features/preview/preview-timers.ts'
import { privacyHandlers } from './features/privacy/privacy-handlers.ts'
import { privacyTimers } from './features/privacy/privacy-timers.ts'
import { sweepVisitorsTimer } from './features/privacy/sweep-visitors.ts'
import { queuePlace } from './features/queue/queue-place.ts'
import { authenticateSocket, authorizeChannel } from './features/realtime/authorize-channel.ts'
import { endSockets, endSocketsTimer } from './features/realtime/end-sockets.ts'
import { endsSubscriptions } from './features/realtime/ends-subscriptions.ts'
import { openRealtime } from './features/realtime/open-realtime.ts'
import { takeWebhook } from './features/realtime/take-webhook.ts'
import { routeEvents } from './features/routing/route-events.ts'
import { createRouting } from './features/routing/routing.ts'
import { createSessions } from './features/sessions/sessions.ts'
import { sweepSessions, sweepSessionsTimer } from './features/sessions/sweep-sessions.ts'
import { reachPublic } from './features/site-check/reach-public.ts'
import { siteCheckHandlers } from './features/site-check/site-check-handlers.ts'
import { keepFields } from './features/visitors/kept-fields.ts'
import { visitorHandlers } from './features/visitors/visitor-handlers.ts'
import { openPlaces } from './features/visits/place-of.ts'
import { visitHandlers } from './features/visits/visit-handlers.ts'
import { createVisits } from './features/visits/visits.ts'
import { createSavedWidgets } from './features/widgets/saved-widgets.ts'
import { widgetHandlers } from './features/widgets/widget-handlers.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/http-server.ts'
import { createLog as createChatLog } from './log/log.ts'
import { logIdOf } from './log/log-id.ts'
import { chatTimer } from './log/project-alarm.ts'
import { createMailer } from './mail/mailer.ts'
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
  let stopping = false
  const failed = (task: string) => (err: unknown) => log.error({ task, err }, 'task failed; it will be tried again')
  const onVacated = async (channel: string) => {
    const agent = agentOfChannel(channel)
    // When this server stops everybody's sockets close; they come back, here or elsewhere.
    if (agent && !stopping) await attendance.vacate(agent)
  }
  const sessions = createSessions(db)
  const { publisher, engine, client, clientOrigin } = await openRealtime(
    db,
    config.realtime,
    (session) => sessions.goesOn(session, now()),
    (channel) => void onVacated(channel).catch(failed('presence')),
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
  const groups = createGroups(db)
  const widgets = createSavedWidgets(db)
  const route = routeEvents({ lookNow: (chatId) => timers.fire(chatTimer, chatId), routing: () => routing })
  const refuseMail = (chatId: ChatId, reason: string) =>
    chatLog.append({ type: 'refuse-mail', chatId, reason }, theSystem, randomUUID() as string as ClientId)
  const mailer = config.smtp && createMailer(config.smtp)
  const reactions = [
    publishEvents(publisher, queries, logId, now),
    route,
    keepFields(db),
    ...(mailer ? [mailAnswers(mailer, queries, refuseMail)] : []),
  ]
  const chatLog = countAppends(createChatLog({ db, reactions, now, onError: reactionFailed }), metrics)
  const routing = createRouting({ db, log: chatLog, queries, groups, now })
  const receipts = createReceipts(db, queries, publisher)
  const typing = createTyping(queries, publisher)
  const visits = createVisits(db)
  const statuses = createStatuses(db)
  const presence = createPresence(db)
  const attendance = createAttendance({ presence, statuses, routing, tell: tellPresence(publisher), now })
  const availabilities = createAvailabilities(db, groups)
  const tellAvailabilities = tellAvailability(availabilities, publisher)
  const timers = createTimers({
    db,
    now,
    handlers: {
      [sweepSessionsTimer]: sweepSessions(sessions),
      [endSocketsTimer]: endSockets(publisher),
      ...previewTimers(db),
      ...privacyTimers(db, chatLog),
      [chatTimer]: ({ key }) => routing.look(key as ChatId),
    },
    onError: (timer, err) => log.error({ timer, err }, 'timer failed; it will be tried again'),
  })
  for (const daily of [sweepSessionsTimer, sweepVisitorsTimer]) await timers.ensure(daily, '', now())

  const subscriptions = endsSubscriptions({ isOurEngine: engine !== null, publisher, timers, now })
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
    takeWebhook: engine ? null : takeWebhook({ publisher, onVacated }),
    findWidget: widgets.find,
    health: { metrics: metrics.registry, isReady: async () => !stopping && (await databaseAnswers()) },
    observe: observeCall(log, metrics),
    findSession: (token, at) => sessions.find(token, at),
    now,
    handlers: {
      ...agentHandlers({
        accounts,
        sessions,
        server,
        leave: (agent, session) => attendance.signOut(agent, session),
        endSubscriptions: subscriptions.endOfAgent,
      }),
      ...visitorHandlers({
        db,
        sessions,
        server,
        chatsOf: async (visitor) => queries.summaries(await queries.idsOfVisitor(visitor)),
      }),
      ...identityHandlers(createIdentitySecret(db), subscriptions.endOfVisitors),
      ...visitHandlers({ db, log: chatLog, logId, groups, visits, placeOf: await openPlaces() }),
      ...chatHandlers({ db, log: chatLog, logId, queries, receipts, typing, groups, now }),
      ...previewHandlers({
        db,
        log: chatLog,
        queries,
        receipts,
        typing,
        groups,
        sessions,
        availabilities,
        routing,
        publisher,
      }),
      ...privacyHandlers({ db, queries, log: chatLog }),
      ...askColleagueHandler({ db, log: chatLog, logId }),
      ...joiningHandlers({ log: chatLog, logId }),
      ...followUpHandlers({ db, log: chatLog, logId, queries, groups, now, readPhone, sendsMail: mailer !== null }),
      ...presenceHandlers({ db, attendance, statuses, routing }),
      ...groupHandlers({ db, log: chatLog, groups, accounts, routing, availabilities, realtime: client }),
      ...moveChatHandler({ db, log: chatLog, logId, groups }),
      ...widgetHandlers(widgets),
      ...siteCheckHandlers({ reach: reachPublic, isSaved: async (name) => (await widgets.find(name)) !== null }),
      listOfferedGroups: async ({ query }) => ({ groups: await offeredGroups(db, query.ids) }),
      getQueuePlace: ({ params: { chatId } }, { actor }) =>
        queuePlace({ db, queries, groups }, chatId, actor.id, now()),
      ...authenticateSocket(publisher),
      ...authorizeChannel({ publisher, chat: (id) => queries.chat(id), endsWithSession: engine !== null }),
    },
  })
  const http = await listen(config.host, config.port, {
    fetch: (request, bindings) => app.fetch(request, bindings),
    upgrade: (...socket) => engine?.handleUpgrade(...socket) ?? false,
    onError,
  })
  const stopSweeping = repeat(1_000, () => chatLog.sweep(), failed('reactions'))
  const stopVisits = repeat(1_000, () => visits.lapse(now()), failed('visits'))
  const stopTimers = repeat(500, () => timers.tick(), failed('timers'))
  const stopRouting = repeat(
    500,
    async () => {
      await attendance.lapse()
      await routing.sweep()
      await tellAvailabilities(now())
    },
    failed('routing'),
  )
  announce(config, http.address.port, oneTimePassword)

  return async () => {
    stopping = true
    await Promise.all([
      http.stop(patience.requests),
      engine?.close(),
      stopSweeping(),
      stopVisits(),
      stopTimers(),
      stopRouting(),
    ])
    await chatLog.drain()
    mailer?.close()
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
