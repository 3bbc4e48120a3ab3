import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { refused } from '../domain/refused.ts'
import type { TakeWebhook } from '../features/realtime/take-webhook.ts'
import { answer } from './answer.ts'
import { type ObserveCall, observed } from './observed.ts'
import { readText } from './read-body.ts'

/** Where an engine elsewhere reports to; part of what its operator writes into its settings. */
const webhookPath = '/api/realtime/webhook'

/** Takes what the engine says with its signature. A 500 makes the engine say it again. */
export function webhookRoute(take: TakeWebhook, observe: ObserveCall) {
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.post(webhookPath, (context) =>
    observed(observe, context, { operation: null, route: webhookPath }, async () => {
      const body = await readText(context.env.incoming)
      if (await take(context.req.header(), body)) return answer({})
      throw refused('forbidden', 'This is not signed with the key and secret of DESKBELL_REALTIME_URL.')
    }),
  )
  return routes
}
