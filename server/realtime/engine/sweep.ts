import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'
import { ping } from './server-frame.ts'

/** Looks at every connection once: pings the silent, closes the dead and the unused. One timer serves them all. */
export function sweep(state: EngineState): void {
  const now = state.clock.now()
  for (const connection of state.connections.values()) visit(state, connection, now)
  state.cache.sweep()
}

function visit({ app, timings, counters }: EngineState, connection: Connection, now: number): void {
  const silence = now - connection.heardAt
  const age = now - connection.openedAt
  if (connection.awaitsPong && silence >= timings.activity + timings.pong) {
    counters.silentClients++
    connection.close(errorCode.noPong, 'No answer to a ping in time.')
  } else if (app.signInRequired && !connection.user && age >= timings.signIn) {
    connection.close(errorCode.unauthorized, 'No user signed in within the time allowed.')
  } else if (isUnused(connection) && age >= timings.unused) {
    connection.close(errorCode.inactive, 'Closed: nothing was subscribed to and nobody signed in.')
  } else if (!connection.awaitsPong && silence >= timings.activity) {
    connection.awaitsPong = true
    connection.send(ping)
  }
}

function isUnused(connection: Connection): boolean {
  return connection.joined.size === 0 && connection.joining.size === 0 && !connection.user
}
