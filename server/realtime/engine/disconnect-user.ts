import type { EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'

/** Closes all connections of a signed-in user with 4009, after which `pusher-js` does not come back by itself. */
export function disconnectUser(state: EngineState, userId: string): void {
  for (const connection of state.users.connections(userId)) {
    connection.close(errorCode.unauthorized, 'This user was signed out by the server.')
  }
}
