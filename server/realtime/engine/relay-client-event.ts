import { isEncrypted, isPrivate } from './channel-name.ts'
import type { ClientEvent } from './client-frame.ts'
import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'
import * as frame from './server-frame.ts'

/**
 * A `client-…` event goes to everybody else on a private or presence channel that its sender is on.
 * https://pusher.com/docs/channels/using_channels/events/#triggering-client-events
 */
export function relayClientEvent(state: EngineState, connection: Connection, message: ClientEvent): void {
  const { channel: name, event } = message
  const data = JSON.stringify(message.data) ?? 'null'
  const refusal = check(state, connection, message, data)
  const channel = state.channels.get(name)
  if (refusal !== undefined || !channel) {
    state.counters.clientEventsRefused++
    connection.sendError(errorCode.clientEventRefused, refusal ?? 'This channel is empty.', shorten(name))
    return
  }
  const userId = channel.members && connection.joined.get(name)?.userId
  channel.send(frame.clientEvent(name, event, message.data ?? null, userId), connection.id)
  state.report({
    name: 'client_event',
    channel: name,
    event,
    data: typeof message.data === 'string' ? message.data : data,
    socket_id: connection.id,
    ...(userId === undefined ? {} : { user_id: userId }),
  })
}

function check(state: EngineState, connection: Connection, message: ClientEvent, data: string): string | undefined {
  const { limits, clock } = state
  const { channel, event } = message
  if (!isPrivate(channel) || isEncrypted(channel)) {
    return 'Client events are for private and presence channels that are not encrypted.'
  }
  if (!connection.joined.has(channel)) return 'Subscribe to the channel before sending client events to it.'
  if (event.length > limits.eventNameLength) return `An event name may have ${limits.eventNameLength} characters.`
  if (Buffer.byteLength(data) > limits.dataBytes) return `The data of an event may have ${limits.dataBytes} bytes.`
  if (!takeAllowance(connection, limits.clientEventsPerSecond, clock.now())) {
    return `A connection may send ${limits.clientEventsPerSecond} client events per second; this one was not delivered.`
  }
  return undefined
}

/** A bucket of `perSecond` events that refills evenly. */
function takeAllowance(connection: Connection, perSecond: number, now: number): boolean {
  const refill = ((now - connection.allowanceAt) / 1000) * perSecond
  connection.allowance = Math.min(perSecond, connection.allowance + refill)
  connection.allowanceAt = now
  if (connection.allowance < 1) return false
  connection.allowance--
  return true
}

function shorten(name: string): string {
  return name.slice(0, 200)
}
