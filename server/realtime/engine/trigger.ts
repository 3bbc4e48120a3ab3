import * as v from 'valibot'
import { channelNameRule, isChannelName, userOfChannel } from './channel-name.ts'
import type { EngineState } from './engine-state.ts'
import { RequestRefusal } from './http-answer.ts'
import { publish } from './publish.ts'
import { channelAttributes, readInfo } from './query-channels.ts'

/** `POST /events`. https://pusher.com/docs/channels/library_auth_reference/rest-api/#post-event-trigger-an-event */
export function triggerEvent(state: EngineState, body: unknown): object {
  const event = readEvent(state, body)
  send(state, event)
  if (event.info.size === 0) return {}
  return {
    channels: Object.fromEntries(event.channels.map((name) => [name, channelAttributes(state, name, event.info)])),
  }
}

/** `POST /batch_events`: all of the batch, or nothing when one of it is refused. */
export function triggerBatch(state: EngineState, body: unknown): object {
  const read = v.safeParse(batchShape, body)
  if (!read.success) throw new RequestRefusal(400, 'The body must be {"batch": [events]}.')
  const { batch } = read.output
  if (batch.length > state.limits.eventsPerBatch) {
    throw new RequestRefusal(413, `A batch may have ${state.limits.eventsPerBatch} events; nothing was published.`)
  }
  const events = batch.map((event) => readEvent(state, event))
  for (const event of events) send(state, event)
  if (events.every(({ info }) => info.size === 0)) return {}
  return { batch: events.map(({ channels: [name = ''], info }) => channelAttributes(state, name, info)) }
}

const batchShape = v.object({ batch: v.array(v.unknown()) })

const eventShape = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  data: v.string(),
  channel: v.optional(v.string()),
  channels: v.optional(v.array(v.string())),
  socket_id: v.nullish(v.pipe(v.string(), v.regex(/^\d+\.\d+$/))),
  info: v.nullish(v.string()),
})

interface Trigger {
  readonly channels: readonly string[]
  readonly name: string
  readonly data: string
  readonly exceptSocketId: string | undefined
  readonly info: ReadonlySet<string>
}

function send(state: EngineState, { channels, name, data, exceptSocketId }: Trigger): void {
  publish(state, channels, name, data, exceptSocketId)
}

function readEvent({ limits }: EngineState, body: unknown): Trigger {
  const read = v.safeParse(eventShape, body)
  if (!read.success) {
    throw new RequestRefusal(
      400,
      'An event needs the texts "name" and "data", "channels" or "channel", and may name a socket_id.',
    )
  }
  const { name, data, channel, socket_id, info } = read.output
  const channels = read.output.channels ?? (channel === undefined ? [] : [channel])
  if (channels.length === 0) throw new RequestRefusal(400, 'An event needs at least one channel.')
  if (channels.length > limits.channelsPerTrigger) {
    throw new RequestRefusal(
      400,
      `An event may go to ${limits.channelsPerTrigger} channels at once; nothing was published.`,
    )
  }
  if (name.length > limits.eventNameLength) {
    throw new RequestRefusal(400, `An event name may have ${limits.eventNameLength} characters.`)
  }
  if (/^pusher(_internal)?:/.test(name)) {
    throw new RequestRefusal(400, 'Event names that begin with pusher: or pusher_internal: belong to the protocol.')
  }
  for (const target of channels) checkTarget(target, limits.channelNameLength)
  if (Buffer.byteLength(data) > limits.dataBytes) {
    throw new RequestRefusal(413, `The data of an event may have ${limits.dataBytes} bytes; nothing was published.`)
  }
  return { channels, name, data, exceptSocketId: socket_id ?? undefined, info: readInfo(info ?? '') }
}

function checkTarget(channel: string, longest: number): void {
  const isUser = userOfChannel(channel) !== undefined && channel.length <= longest
  if (!isUser && !isChannelName(channel, longest)) {
    throw new RequestRefusal(400, channelNameRule)
  }
}
