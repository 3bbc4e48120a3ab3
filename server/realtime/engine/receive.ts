import { type ClientFrame, parseClientFrame } from './client-frame.ts'
import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'
import { leave } from './membership.ts'
import { relayClientEvent } from './relay-client-event.ts'
import { pong } from './server-frame.ts'
import { signIn } from './sign-in.ts'
import { subscribe } from './subscribe.ts'

/** One frame from a client: acted upon, or answered with an error. Never throws. */
export function receive(state: EngineState, connection: Connection, text: string | undefined): void {
  if (!connection.isOpen) return
  state.counters.framesReceived++
  try {
    if (text === undefined) refuseFrame(state, connection, 'Binary frames are not part of this protocol.')
    else act(state, connection, parseClientFrame(text))
  } catch {
    // A value can be nested so deeply that it parses but cannot be written again.
    refuseFrame(state, connection, 'The data of this frame cannot be handled.')
  }
}

type Act<Kind extends ClientFrame['kind']> = (
  state: EngineState,
  connection: Connection,
  message: Extract<ClientFrame, { kind: Kind }>,
) => void

const acts: { readonly [Kind in ClientFrame['kind']]: Act<Kind> } = {
  ping: (_state, connection) => connection.send(pong),
  pong: () => {},
  subscribe,
  unsubscribe: (state, connection, { channel }) => {
    connection.joining.delete(channel)
    leave(state, connection, channel)
  },
  'sign-in': signIn,
  'client-event': relayClientEvent,
  malformed: (state, connection, { reason }) => refuseFrame(state, connection, reason),
}

function act<Kind extends ClientFrame['kind']>(
  state: EngineState,
  connection: Connection,
  message: Extract<ClientFrame, { kind: Kind }>,
): void {
  acts[message.kind as Kind](state, connection, message)
}

function refuseFrame(state: EngineState, connection: Connection, reason: string): void {
  state.counters.malformedFrames++
  connection.malformedFrames++
  if (connection.malformedFrames > state.limits.malformedFrames) {
    connection.close(errorCode.overCapacity, 'Too many malformed frames; come back later.')
  } else {
    connection.sendError(errorCode.reconnect, `${reason} The frame was ignored.`)
  }
}
