import { Hono } from 'hono'
import type { SavedWidget } from '#shared/contract/widgets-api.ts'
import { widgetModule } from '../features/widgets/widget-module.ts'

export type FindWidget = (name: string) => Promise<SavedWidget | null>

/** How long a change of a saved widget may take to reach the sites that name it, seconds. */
const keptFor = 60

/** `/widget/saved/NAME.js`: what the loader imports on pages that name a saved widget. */
export function savedWidgetRoute(find: FindWidget) {
  const routes = new Hono()
  routes.get('/widget/saved/:file{[a-z0-9-]{1,40}[.]js}', async ({ req }) => {
    const widget = await find(req.param('file').slice(0, -'.js'.length))
    if (!widget) return new Response('There is no such widget.\n', { status: 404, headers: { ...headers, ...nothing } })
    const { code, etag } = widgetModule(widget)
    const told = { ...headers, etag: `"${etag}"`, 'cache-control': `public, max-age=${keptFor}` }
    if (req.header('if-none-match')?.includes(`"${etag}"`)) return new Response(null, { status: 304, headers: told })
    return new Response(code, { headers: { ...told, 'content-type': 'text/javascript; charset=utf-8' } })
  })
  return routes
}

/** Loaded by pages of other sites, also by those that isolate themselves. */
const headers = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}
const nothing = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
