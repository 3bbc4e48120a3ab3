import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import { followInternal } from '#shared/client/follow-internal.ts'
import { createOutbox, type Outbox, type OutboxItem } from '#shared/client/outbox.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Hint, Signal } from '#shared/contract/signals.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { type AccountId, type AccountRow, db } from '../../core/db.ts'
import { createFeedStore } from '../../core/feed-store.ts'
import { createOutboxStore } from '../../core/outbox-store.ts'
import { noteAccount } from '../accounts/note-account.ts'
import { coalesce } from '../coalesce.ts'
import { mayChangeFollowUps } from '../follow-ups/learn-follow-ups.ts'
import { takeReceipt } from '../receipts/take-receipt.ts'
import { takeSignal } from '../signals/take-signal.ts'
import { createAlarmClock } from './alarm-clock.ts'
import { createDuties, type Duties } from './duties.ts'
import { createLine } from './line.ts'
import { sendItem } from './send-item.ts'
import type { OpenWire } from './wire.ts'

/** What a connection asks of the world outside. */
export interface Outside {
  readonly fetch: typeof fetch
  readonly openWire: OpenWire
  readonly random: () => number
  /** Whether nobody is at this machine. */
  readonly isIdle: () => Promise<boolean>
}

/** One account's line to its server. */
export interface Connection {
  readonly accountId: AccountId
  readonly token: string
  readonly api: ApiClient
  readonly outbox: Outbox
  /** Connects when it is not, tells and sends what is due. Resolves when that was tried. */
  ensure(): Promise<void>
  /** The same, and looks whether anything was missed. */
  check(): Promise<void>
  /** Fetches both streams of a chat that this browser may not have, such as one that nobody took. Rejects when that fails. */
  fetchChat(chatId: ChatId): Promise<void>
  readonly duties: Duties
  stop(): void
}

/** A request without an answer must not hold up those behind it. In ms. */
const answerWithin = 15_000

/**
 * Keeps an account connected and its copy of the log in step (S5, S6). A session that the server no longer knows signs the account
 * out and ends this; drafts and outbox are kept.
 */
export function createConnection(account: AccountRow & { readonly token: string }, outside: Outside): Connection {
  const { id: accountId, agent, token, serverUrl } = account
  const stop = new AbortController()
  const api = createApiClient(serverUrl, ask, () => token)
  const feed = createChatFeed(createFeedStore(accountId, agent.id), {
    listEvents: (stream, after) => api.listEvents({ params: { stream }, query: { after: String(after) } }),
    sync: (logId, streams) => api.sync({ body: { logId, streams } }),
    besides: followInternal,
  })
  const catchUp = coalesce(resume)
  const outbox = createOutbox({
    store: createOutboxStore(accountId, agent.id),
    send,
    deliver: feed.deliver,
    wakeIn: createAlarmClock(() => outbox.kick(), stop.signal),
    now: Date.now,
    random: outside.random,
  })
  const line = createLine({
    open,
    catchUp,
    up,
    note: (state) => noteAccount(accountId, token, { state }),
    random: outside.random,
    stopped: stop.signal,
  })

  const duties = createDuties({
    account,
    api,
    isIdle: outside.isIdle,
    isReachable: line.isUp,
    stopped: stop.signal,
  })

  async function open(onLost: () => void) {
    const { realtime, agent: self, role, mayObserve } = await api.getSession({})
    await noteAccount(accountId, token, { agent: self, role, mayObserve, realtime })
    return outside.openWire({
      serverUrl,
      realtime,
      channels: [channels.agents, channels.agent(agent.id)],
      authorize: (socket_id, channel_name) => api.authorizeChannel({ body: { socket_id, channel_name } }),
      authenticate: (socket_id) => api.authenticateSocket({ body: { socket_id } }),
      onHint: (hint) => void takeHint(hint),
      onSignal: (signal) => void hearSignal(signal),
      onLost,
    })
  }

  async function up() {
    void duties.renewPresence()
    void duties.learnStatuses()
    void duties.learnFollowUps()
    void duties.learnTeam()
    void duties.learnGroups(true)
    void duties.learnErased()
    await hurryOutbox()
  }

  async function send(item: OutboxItem) {
    const answer = await sendItem(api, item, learnWhatHappened)
    if (item.command.operation === 'followUp') void duties.learnFollowUps()
    return answer
  }

  /** What waited for the network goes out with it, not when its delay is over. */
  async function hurryOutbox() {
    await db.outbox.filter((item) => item.accountId === accountId).modify({ nextTryAt: 0 })
    void outbox.kick()
  }

  async function ask(...request: Parameters<typeof fetch>): Promise<Response> {
    const [url, init] = request
    const response = await outside.fetch(url, { signal: AbortSignal.timeout(answerWithin), ...init })
    if (response.status === 401 && !stop.signal.aborted) {
      stop.abort()
      await noteAccount(accountId, token, { state: 'signed-out', token: null })
    }
    return response
  }

  async function takeHint(hint: Hint) {
    // What cannot be fetched any more (another agent took the chat) is told by the sync; without network the next connection asks.
    await feed.hint(hint).catch(learnWhatHappened)
    void duties.tellReceipts()
    if (mayChangeFollowUps(hint)) void duties.learnFollowUps()
  }

  async function hearSignal(signal: Signal) {
    await takeSignal(accountId, agent.id, signal)
    if (signal.type === 'presence') await duties.notePresenceOf(signal.agentId, signal)
    void duties.tellReceipts()
  }

  async function fetchChat(chatId: ChatId) {
    const logId = (await db.accounts.get(accountId))?.logId
    if (!logId) throw new Error('The log of this server is not known yet')
    const lastSeq = Number.MAX_SAFE_INTEGER
    for (const stream of [chatStream(chatId), internalStream(chatId)]) await feed.hint({ logId, stream, lastSeq })
  }

  async function resume() {
    for (const receipt of await feed.resume()) await takeReceipt(accountId, agent.id, receipt)
    void duties.tellReceipts()
  }

  function learnWhatHappened(): Promise<void> {
    return catchUp().catch(() => {})
  }

  return {
    accountId,
    token,
    api,
    outbox,
    duties,
    fetchChat,
    async ensure() {
      // Sending does not wait for the wire: one may work without the other.
      await Promise.all([line.ensure(), duties.tellReceipts(), outbox.kick()])
    },
    async check() {
      void duties.learnGroups(false)
      await Promise.all([line.check(), duties.tellReceipts(), outbox.kick()])
    },
    stop: () => stop.abort(),
  }
}
