import type { Counters } from './counters.ts'
import type { EngineState } from './engine-state.ts'

/** How many there are now, and what happened since the start. */
export interface EngineStats extends Readonly<Counters> {
  readonly connections: number
  readonly channels: number
  readonly users: number
  readonly watchedUsers: number
}

export function engineStats({ connections, channels, users, counters }: EngineState): EngineStats {
  return {
    connections: connections.size,
    channels: channels.size,
    users: users.count,
    watchedUsers: users.watched,
    ...counters,
  }
}
