import type { ChatEvent, OfferMode } from '#shared/contract/events.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Chat } from './chat.ts'

/** An agent who is rung. Until `until`, ms since 1970; nothing: until somebody takes the chat. */
export interface Offer {
  readonly agent: ActorId
  readonly mode: OfferMode
  readonly until: number | null
}

/**
 * Who is rung for a chat, and who was. Made from internal events alone, each of which says its round: so a client may apply
 * the two streams of a chat in any order and comes to the same.
 */
export interface Offering {
  readonly round: number
  readonly offers: readonly Offer[]
  /** Agents who declined or did not answer; after `exhausted`, since then. */
  readonly tried: readonly ActorId[]
  /** All were tried one by one, and all are rung since. */
  readonly exhausted: boolean
}

export const noOffering: Offering = { round: 1, offers: [], tried: [], exhausted: false }

/** The offers that count: of a chat that waits, in this round. */
export const liveOffers = (chat: Chat): readonly Offer[] =>
  chat.phase === 'waiting' && chat.offering.round === chat.round ? chat.offering.offers : []

/** The offering of this round, also when nothing was offered in it yet. */
export const currentOffering = (chat: Chat): Offering =>
  chat.offering.round === chat.round ? chat.offering : { ...noOffering, round: chat.round }

export const isOfferedTo = (chat: Chat, agent: ActorId) => liveOffers(chat).some((offer) => offer.agent === agent)

type OfferingEvent = Extract<
  ChatEvent,
  { type: 'chat-offered' | 'offer-ended' | 'offers-exhausted' | 'request-declined' }
>

/** The offering after one more internal event. Events of an earlier round change nothing. */
export function applyToOffering(before: Offering, event: OfferingEvent): Offering {
  const round = event.round ?? before.round
  if (round < before.round) return before
  const now = round > before.round ? { ...noOffering, round } : before
  switch (event.type) {
    case 'chat-offered': {
      const { mode, until } = event
      const others = without(now.offers, event.agents)
      return { ...now, offers: [...others, ...event.agents.map((agent) => ({ agent, mode, until }))] }
    }
    case 'offer-ended': {
      const tried = event.reason === 'expired' ? joined(now.tried, event.agents) : now.tried
      return { ...now, offers: without(now.offers, event.agents), tried }
    }
    case 'request-declined':
      return { ...now, offers: without(now.offers, [event.agent.id]), tried: joined(now.tried, [event.agent.id]) }
    case 'offers-exhausted':
      return { ...now, exhausted: true, tried: [] }
  }
}

/** The offering in another group: nobody is rung, and only who declined counts as tried. */
export function applyMove(before: Offering, declinedBy: readonly ActorId[], round: number | undefined): Offering {
  if (round === undefined || round < before.round) return before
  const tried = round === before.round ? before.tried.filter((agent) => declinedBy.includes(agent)) : []
  return { ...noOffering, round, tried }
}

const without = (offers: readonly Offer[], agents: readonly ActorId[]) =>
  offers.filter(({ agent }) => !agents.includes(agent))
const joined = (tried: readonly ActorId[], agents: readonly ActorId[]) => [...new Set([...tried, ...agents])]
