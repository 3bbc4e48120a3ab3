import { Hono } from 'hono'
import type { Registry } from 'prom-client'

export interface Health {
  /** Whether requests may be sent here: the database answers, and the server is not stopping. */
  readonly isReady: () => Promise<boolean>
  readonly metrics: Registry
}

/** For whoever looks after the process. Says nothing about anybody who uses it. */
export function healthRoutes({ isReady, metrics }: Health) {
  const routes = new Hono()
  routes.get('/healthz', () => state('alive', 200))
  routes.get('/readyz', async () => ((await isReady()) ? state('ready', 200) : state('not ready', 503)))
  routes.get('/metrics', async () => {
    const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
    return new Response(await metrics.metrics(), { headers })
  })
  return routes
}

const state = (status: string, code: number) =>
  new Response(JSON.stringify({ status }), {
    status: code,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
