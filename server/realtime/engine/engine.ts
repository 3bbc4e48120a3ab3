import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { accept } from './accept.ts'
import type { App } from './app.ts'
import { ChannelCache } from './channel-cache.ts'
import { type Clock, systemClock } from './clock.ts'
import { ClosingSocket } from './closing-socket.ts'
import { newCounters } from './counters.ts'
import { disconnectUser } from './disconnect-user.ts'
import { endSubscriptions, type Subscriber } from './end-subscriptions.ts'
import type { AuthorizeSubscription, EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'
import { handleHttp } from './http-api.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { webhookPoster } from './post-webhook.ts'
import { publish } from './publish.ts'
import { type EngineStats, engineStats } from './stats.ts'
import { sweep } from './sweep.ts'
import { defaultTimings, type Timings } from './timings.ts'
import { Users } from './users.ts'
import { defaultWebhookPace, WebhookOutbox, type WebhookPace } from './webhook-outbox.ts'
import { type OnWebhook, webhookReporter } from './webhook-reporter.ts'

export interface EngineOptions {
  readonly app: App
  readonly limits?: Partial<Limits>
  readonly timings?: Partial<Timings>
  readonly clock?: Clock
  /** Webhooks as function calls, in this process. */
  readonly onWebhook?: OnWebhook
  /** Webhooks as signed requests to this address. */
  readonly webhookUrl?: string
  readonly webhookPace?: Partial<WebhookPace>
  /** The last word on a rightly signed subscription, and on those to public channels. */
  readonly authorizeSubscription?: AuthorizeSubscription
}

/** A server of the Pusher Channels protocol 7 inside this process. */
export interface Engine {
  readonly app: App
  /** For `server.on('upgrade')`: takes what is under `/app`; false leaves the socket to others, untouched. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** The HTTP API, `/apps/{id}/…`. */
  readonly handleHttp: (request: Request) => Promise<Response>
  /** `data` is text, JSON as a rule. Limits of the HTTP API are the caller's to keep. */
  readonly publish: (channels: readonly string[], event: string, data: string, exceptSocketId?: string) => void
  readonly channels: (prefix?: string) => readonly string[]
  readonly members: (channel: string) => readonly string[]
  readonly terminateUser: (userId: string) => void
  readonly endSubscriptions: (channel: string, isRevoked: (subscriber: Subscriber) => boolean) => number
  /** A socket that was put off a channel may subscribe again. */
  readonly readmit: (socketId: string, channel: string) => void
  readonly stats: () => EngineStats
  /** Sends everybody away with 4200, so that they reconnect, and resolves when all are gone. */
  readonly close: () => Promise<void>
}

export function createEngine(options: EngineOptions): Engine {
  const { app, clock = systemClock } = options
  const counters = newCounters()
  const timings = { ...defaultTimings, ...options.timings }
  const limits = { ...defaultLimits, ...options.limits }
  const pace = { ...defaultWebhookPace, ...options.webhookPace }
  const post = options.webhookUrl === undefined ? undefined : webhookPoster(options.webhookUrl, app)
  const outbox = post && new WebhookOutbox({ clock, counters, pace, post })
  const state: EngineState = {
    app,
    limits,
    timings,
    clock,
    counters,
    connections: new Map(),
    channels: new Map(),
    users: new Users(),
    cache: new ChannelCache(clock, timings.cache),
    report: webhookReporter(outbox, options.onWebhook),
    authorizeSubscription: options.authorizeSubscription,
  }
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: ClosingSocket,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  })
  const stopSweeping = clock.every(timings.sweep, () => sweep(state))
  let closing = false

  return {
    app,
    handleUpgrade: (request, socket, head) => {
      if (!/^\/app(?:[/?]|$)/.test(request.url ?? '')) return false
      if (closing) socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      else sockets.handleUpgrade(request, socket, head, (opened) => accept(state, opened, request))
      return true
    },
    handleHttp: (request) => handleHttp(state, request),
    publish: (channels, event, data, exceptSocketId) => publish(state, channels, event, data, exceptSocketId),
    channels: (prefix = '') => [...state.channels.keys()].filter((name) => name.startsWith(prefix)),
    members: (channel) => state.channels.get(channel)?.members?.ids() ?? [],
    terminateUser: (userId) => disconnectUser(state, userId),
    endSubscriptions: (channel, isRevoked) => endSubscriptions(state, channel, isRevoked),
    readmit: (socketId, channel) => state.connections.get(socketId)?.barred.delete(channel),
    stats: () => engineStats(state),
    close: async () => {
      closing = true
      stopSweeping()
      const gone = [...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      const stopWaiting = clock.after(timings.close, () => {
        for (const socket of sockets.clients) socket.terminate()
      })
      for (const connection of state.connections.values()) {
        connection.close(errorCode.reconnect, 'This server is stopping; reconnect.')
      }
      await Promise.all(gone)
      stopWaiting()
      await outbox?.close()
    },
  }
}
