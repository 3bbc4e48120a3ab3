import { randomInt } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { refuseHandshake } from './handshake.ts'
import { leave } from './membership.ts'
import { receive } from './receive.ts'
import * as frame from './server-frame.ts'
import { signOut } from './sign-in.ts'

/** A WebSocket has opened: refuse it with its code, or make it a connection. */
export function accept(state: EngineState, socket: WebSocket, request: IncomingMessage): void {
  socket.on('error', (reason) => countError(state, reason))
  const refusal = refuseHandshake(state, request)
  if (refusal) {
    state.counters.connectionsRefused++
    socket.send(frame.error(refusal.code, refusal.message))
    socket.close(refusal.code, refusal.message)
    return
  }
  const connection = open(state, socket)
  const heard = () => {
    connection.heardAt = state.clock.now()
    connection.awaitsPong = false
  }
  const gone = () => close(state, connection)
  socket.on('message', (data, isBinary) => {
    heard()
    receive(state, connection, isBinary ? undefined : String(data))
  })
  // The Node build of pusher-js pings with WebSocket control frames instead of events.
  socket.on('ping', heard)
  socket.on('pong', heard)
  socket.on('closing', gone)
  socket.on('close', gone)
}

function open(state: EngineState, socket: WebSocket): Connection {
  const { connections, counters, limits, clock, timings } = state
  const surroundings = { bufferedBytes: limits.bufferedBytes, counters }
  const connection = new Connection(newSocketId(connections), socket, clock.now(), surroundings)
  connections.set(connection.id, connection)
  counters.connectionsOpened++
  connection.send(frame.connectionEstablished(connection.id, timings.activity))
  return connection
}

function close(state: EngineState, connection: Connection): void {
  connection.markClosed()
  if (!state.connections.delete(connection.id)) return
  connection.joining.clear()
  for (const channel of [...connection.joined.keys()]) leave(state, connection, channel)
  signOut(state, connection)
}

function newSocketId(taken: ReadonlyMap<string, unknown>): string {
  const id = `${randomInt(1e9)}.${randomInt(1e9)}`
  return taken.has(id) ? newSocketId(taken) : id
}

function countError(state: EngineState, reason: Error): void {
  const code = 'code' in reason ? String(reason.code) : ''
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') state.counters.oversizedFrames++
  else if (code.startsWith('WS_ERR')) state.counters.malformedFrames++
}
