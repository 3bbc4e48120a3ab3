import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand, SystemCommand } from '#shared/contract/commands.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { currentOffering, liveOffers } from '#shared/domain/chat/offering.ts'
import { outcomeOf } from '#shared/domain/chat/proposal.ts'
import { type Deciders, type Decision, internal, no, nothing, type Of, shown } from './decision.ts'
import { inactiveSince } from './inactivity.ts'
import { withoutItsGroup } from './moving.ts'

/**
 * What routing and timers do. They looked at the chat before they had its lock, so each looks again: what does not fit any
 * more does nothing, and whoever asked will look at the chat as it is now.
 */
const deciders: Deciders<SystemCommand['type']> = {
  'offer-chat': (chat, { agents, mode, until, round }) => {
    if (chat.phase !== 'waiting' || chat.round !== round) return nothing
    const live = liveOffers(chat)
    if (mode === 'one-by-one' && live.length) return nothing
    const { tried } = currentOffering(chat)
    const fresh = agents.filter((id) => !tried.includes(id) && !live.some(({ agent }) => agent === id))
    return fresh.length ? internal({ type: 'chat-offered', agents: fresh, mode, until, round }) : nothing
  },

  'end-offers': (chat, { agents, reason, until }) => {
    const live = liveOffers(chat).filter((offer) => until === undefined || (offer.until ?? Infinity) <= until)
    const gone = live.map(({ agent }) => agent).filter((agent) => agents.includes(agent))
    return gone.length ? internal({ type: 'offer-ended', agents: gone, reason, round: chat.round }) : nothing
  },

  'exhaust-offers': (chat, { round }) => {
    const late = chat.phase !== 'waiting' || chat.round !== round || currentOffering(chat).exhausted
    return late || liveOffers(chat).length ? nothing : internal({ type: 'offers-exhausted', round })
  },

  'announce-fallback': (chat, { reason, options, round }) => {
    if (chat.phase !== 'waiting' || chat.round !== round || chat.fallback) return nothing
    return shown({ type: 'fallback-announced', reason, options: [...options] })
  },

  'warn-of-inactivity': (chat, { since, endsAt }) =>
    inactiveSince(chat) === since && chat.endsAt === null ? shown({ type: 'inactivity-warned', endsAt }) : nothing,

  'end-inactive': (chat, { since }) => {
    if (inactiveSince(chat) !== since || chat.endsAt === null) return nothing
    const outcome = chat.phase === 'waiting' ? 'missed' : outcomeOf(chat)
    return shown({ type: 'chat-ended', outcome, reason: 'inactivity' })
  },

  'refuse-mail': (chat, { reason }) =>
    chat.mailRefused === reason ? nothing : internal({ type: 'mail-refused', reason }),

  'change-group': (chat, { group }) => withoutItsGroup(chat, group),
}

type Decide = (chat: Chat, command: Of<ChatCommand['type']>, actor: Actor, now: number) => Decision
const forTheSystem =
  (decide: Decide): Decide =>
  (chat, command, actor, now) =>
    actor.kind === 'system' ? decide(chat, command, actor, now) : no('forbidden', 'Only the server itself does this.')

export const routingDeciders = Object.fromEntries(
  Object.entries(deciders).map(([type, decide]) => [type, forTheSystem(decide as Decide)]),
) as unknown as typeof deciders
