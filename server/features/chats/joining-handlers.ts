import type { Log } from '../../log/log.ts'
import type { Handlers } from '../caller.ts'
import { carriesOut } from './handle.ts'

interface JoiningParts {
  readonly log: Log
  readonly logId: string
}

/** How agents come into chats that others have taken (L4, L6). Throws Refused. */
export function joiningHandlers({ log, logId }: JoiningParts): Handlers<'joinChat' | 'observeChat' | 'stopObserving'> {
  const carryOut = carriesOut(log, logId)
  return {
    joinChat: ({ params, body }, { actor }) => carryOut({ type: 'join-chat', ...params }, actor, body.clientId),
    observeChat: ({ params, body }, { actor, session }) =>
      carryOut({ type: 'observe-chat', ...params, permitted: session.mayObserve }, actor, body.clientId),
    stopObserving: ({ params, body }, { actor }) =>
      carryOut({ type: 'stop-observing', ...params }, actor, body.clientId),
  }
}
