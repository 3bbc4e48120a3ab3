import type { ChatEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Reaction } from '../../log/react.ts'
import type { Routing } from './routing.ts'

interface RouteParts {
  /** Looks at a chat now, and sets its timer. */
  readonly lookNow: (chatId: ChatId) => Promise<void>
  readonly routing: () => Pick<Routing, 'seek' | 'endExcess'>
}

/** Routes at once what would be routed by timer and sweep a moment later: so it may fail, and be repeated. */
export const routeEvents = ({ lookNow, routing }: RouteParts): Reaction => ({
  name: 'route',
  concerns: (event) => asksForALook(event) || takes(event) || frees(event),
  async handle(events) {
    const [first] = events
    if (!first) return
    const happened = events.map(({ event }) => event)
    if (happened.some(asksForALook)) await lookNow(chatOf(first.stream))
    const taker = happened.find(takes)?.agent.id as ActorId | undefined
    if (taker) await routing().endExcess(taker)
    if (happened.some(frees)) await routing().seek()
  },
})

/** Somebody else's turn, or the first one's. What the look itself does is not among it: it goes on by itself. */
const asksForALook = (event: ChatEvent) =>
  lookedAt.has(event.type) || (event.type === 'offer-ended' && event.reason !== 'expired')
const lookedAt = new Set<ChatEvent['type']>([
  'chat-requested',
  'chat-reopened',
  'request-declined',
  'agent-left',
  'group-changed',
])

const takes = (event: ChatEvent) =>
  event.type === 'chat-accepted' || event.type === 'chat-proposed' || event.type === 'agent-joined'

/** An agent has room for another chat. */
const frees = ({ type }: ChatEvent) => freeing.has(type)
const freeing = new Set<ChatEvent['type']>([
  'chat-accepted',
  'chat-ended',
  'request-declined',
  'offer-ended',
  'agent-left',
])
