import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Operation } from '#shared/contract/paths.ts'
import type { TakeWebhook } from '../features/realtime/take-webhook.ts'
import { isSecure } from './admit.ts'
import { answer, answerRefusal, brokenServer } from './answer.ts'
import { type ApiParts, apiRoutes } from './api-routes.ts'
import type { Sources } from './files/page-headers.ts'
import { serveFiles } from './files/serve-files.ts'
import { type Health, healthRoutes } from './health.ts'
import { openapi } from './openapi.ts'
import { isFromOurPages } from './request-headers.ts'
import { type FindWidget, savedWidgetRoute } from './saved-widget-route.ts'
import { endVisitorCookie, setVisitorCookie } from './visitor-cookie.ts'
import { webhookRoute } from './webhook-route.ts'

export interface AppParts extends Omit<ApiParts, 'headersOf'> {
  readonly health: Health
  /** The Pusher HTTP API, when the engine is in this process. */
  readonly realtimeApi: ((request: Request) => Promise<Response>) | null
  /** What an engine elsewhere says; nothing when the engine is in this process. */
  readonly takeWebhook: TakeWebhook | null
  /** A configuration that was saved under a name. */
  readonly findWidget: FindWidget
  /** Folder of the built pages, widget and extension. */
  readonly dist: string
  /** Where pages of ours open their sockets when it is not here, such as wss://engine.example.com */
  readonly realtimeOrigin: string | null
  /** Something broke outside the API's own operations. */
  readonly onError: (error: unknown) => void
}

/** Everything that this server answers over HTTP. */
export function createApp(parts: AppParts) {
  const { publicUrl, realtimeApi, takeWebhook } = parts
  const description = openapi(publicUrl)
  const files = serveFiles(parts.dist, (host) => sourcesAt(host, parts))

  /** Only a page of ours gets the cookie; anybody else has the token in the answer. */
  const headersOf = (operation: Operation, body: object, incoming: IncomingMessage): Record<string, string> => {
    if (!isFromOurPages(incoming, publicUrl)) return {}
    const secure = isSecure(incoming, publicUrl)
    if (operation === 'closeVisitorSession' || operation === 'deleteMyData')
      return { 'set-cookie': endVisitorCookie(secure) }
    return operation === 'openVisitorSession' && 'token' in body
      ? { 'set-cookie': setVisitorCookie(String(body.token), secure) }
      : {}
  }

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/', healthRoutes(parts.health))
  app.get('/api/openapi.json', () => answer(description))
  if (takeWebhook) app.route('/', webhookRoute(takeWebhook, parts.observe))
  app.route('/', apiRoutes({ ...parts, headersOf }))
  app.route('/', savedWidgetRoute(parts.findWidget))
  if (realtimeApi) app.all('/apps/*', (context) => realtimeApi(context.req.raw))
  app.all('*', (context) => files(context.env.incoming))
  app.onError((error) => {
    parts.onError(error)
    return answerRefusal(brokenServer)
  })
  return app
}

function sourcesAt(host: string, { publicUrl, realtimeOrigin }: AppParts): Sources {
  // What allows http allows https.
  const { host: name, origin } = publicUrl ? new URL(publicUrl) : { host, origin: `http://${host}` }
  const known = /^[\w.:[\]-]+$/.test(name)
  // Older browsers do not count a socket to the page's own host as 'self'.
  const sockets = known ? [`ws://${name}`, `wss://${name}`] : []
  return { own: known ? [origin] : [], connect: realtimeOrigin ? [realtimeOrigin] : sockets }
}
