import { channels } from '#shared/contract/channels.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { Timers } from '../../timers/timers.ts'
import type { EndedSession } from '../caller.ts'
import { endSocketsTimer } from './end-sockets.ts'

interface Parts {
  /** Whether the engine is the one in this process. */
  readonly isOurEngine: boolean
  readonly publisher: Publisher
  readonly timers: Pick<Timers, 'set'>
  readonly now: () => number
}

/** Ends what sessions that are over listen to. */
export const endsSubscriptions = ({ isOurEngine, publisher, timers, now }: Parts) => ({
  endOfAgent: (session: EndedSession) =>
    isOurEngine ? endSubscriptionsOf(publisher, [session]) : timers.set(endSocketsTimer, session.tokenHash, now()),

  /** Visitors do not sign in at an engine elsewhere: there what they listen to ends with its socket. */
  async endOfVisitors(sessions: readonly EndedSession[]) {
    if (isOurEngine) await endSubscriptionsOf(publisher, sessions)
  },
})

/** The channels that an actor has without naming a chat, and those of chats. */
async function endSubscriptionsOf(publisher: Publisher, sessions: readonly EndedSession[]) {
  if (!sessions.length) return
  const ended = new Set(sessions.map(({ tokenHash }) => tokenHash))
  const own = new Set(sessions.flatMap(({ actorId }) => [channels.agent(actorId), channels.visitor(actorId)]))
  const chats = await publisher.channels('private-chat-')
  for (const channel of [channels.agents, ...own, ...chats]) await publisher.endSubscriptions(channel, ended)
}
