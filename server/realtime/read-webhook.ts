import * as v from 'valibot'
import { parseJson } from './engine/client-frame.ts'
import { type Credentials, sameText, sign } from './engine/signature.ts'
import type { WebhookEvent } from './engine/webhook-event.ts'

const userId = v.union([v.string(), v.number()])

const eventShape = v.variant('name', [
  v.object({ name: v.picklist(['channel_occupied', 'channel_vacated', 'cache_miss']), channel: v.string() }),
  v.object({ name: v.picklist(['member_added', 'member_removed']), channel: v.string(), user_id: userId }),
  v.object({
    name: v.literal('client_event'),
    channel: v.string(),
    event: v.string(),
    data: v.string(),
    socket_id: v.string(),
    user_id: v.exactOptional(userId),
  }),
])

const bodyShape = v.object({ events: v.array(v.unknown()) })

/**
 * The events of a webhook request with lower-case header names and its raw body; undefined when the key or the signature
 * is not the app's or the body has another shape. Events of kinds we do not know are left out.
 * https://pusher.com/docs/channels/server_api/webhooks/#security
 */
export function readWebhook(
  { key, secret }: Credentials,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
): readonly WebhookEvent[] | undefined {
  if (headers['x-pusher-key'] !== key) return undefined
  if (!sameText(sign(secret, body), headers['x-pusher-signature'])) return undefined
  const read = v.safeParse(bodyShape, parseJson(body))
  if (!read.success) return undefined
  return read.output.events.flatMap((event) => {
    const known = v.safeParse(eventShape, event)
    return known.success ? [known.output] : []
  })
}
