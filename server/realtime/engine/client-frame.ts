import * as v from 'valibot'

/** What a client may say, after parsing. Everything else is malformed, with a sentence why. */
export type ClientFrame =
  | { readonly kind: 'ping' }
  | { readonly kind: 'pong' }
  | Subscribe
  | { readonly kind: 'unsubscribe'; readonly channel: string }
  | SignIn
  | ClientEvent
  | { readonly kind: 'malformed'; readonly reason: string }

export interface Subscribe {
  readonly kind: 'subscribe'
  readonly channel: string
  readonly auth: string | undefined
  readonly channelData: string | undefined
}

export interface SignIn {
  readonly kind: 'sign-in'
  readonly auth: string
  readonly userData: string
}

export interface ClientEvent {
  readonly kind: 'client-event'
  readonly event: string
  readonly channel: string
  readonly data: unknown
}

/** Reads one text frame; its size is already bounded. Never throws. */
export function parseClientFrame(text: string): ClientFrame {
  const envelope = v.safeParse(envelopeShape, parseJson(text))
  if (!envelope.success) return malformed('A frame must be a JSON object with a text "event".')
  const { event, channel, data } = envelope.output
  const parse = protocolEvents.get(event)
  if (parse) return parse(typeof data === 'string' ? parseJson(data) : data)
  if (!event.startsWith('client-'))
    return malformed('Unknown event; clients may send pusher: events and client- events.')
  if (channel === undefined) return malformed('A client event must name its channel.')
  return { kind: 'client-event', event, channel, data }
}

const envelopeShape = v.object({ event: v.string(), channel: v.optional(v.string()), data: v.optional(v.unknown()) })
const subscribeShape = v.object({
  channel: v.string(),
  auth: v.nullish(v.string()),
  channel_data: v.nullish(v.string()),
})
const unsubscribeShape = v.object({ channel: v.string() })
const signInShape = v.object({ auth: v.string(), user_data: v.string() })

const protocolEvents = new Map<string, (data: unknown) => ClientFrame>([
  ['pusher:ping', () => ({ kind: 'ping' })],
  ['pusher:pong', () => ({ kind: 'pong' })],
  ['pusher:subscribe', parseSubscribe],
  ['pusher:unsubscribe', parseUnsubscribe],
  ['pusher:signin', parseSignIn],
])

function parseSubscribe(data: unknown): ClientFrame {
  const read = v.safeParse(subscribeShape, data)
  if (!read.success) return malformed('pusher:subscribe needs data with a text "channel".')
  const { channel, auth, channel_data } = read.output
  return { kind: 'subscribe', channel, auth: auth ?? undefined, channelData: channel_data ?? undefined }
}

function parseUnsubscribe(data: unknown): ClientFrame {
  const read = v.safeParse(unsubscribeShape, data)
  if (!read.success) return malformed('pusher:unsubscribe needs data with a text "channel".')
  return { kind: 'unsubscribe', channel: read.output.channel }
}

function parseSignIn(data: unknown): ClientFrame {
  const read = v.safeParse(signInShape, data)
  if (!read.success) return malformed('pusher:signin needs data with the texts "auth" and "user_data".')
  return { kind: 'sign-in', auth: read.output.auth, userData: read.output.user_data }
}

function malformed(reason: string): ClientFrame {
  return { kind: 'malformed', reason }
}

/** The parsed value, or undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
