import type { ChatEvent } from '#shared/contract/events.ts'
import type { Group } from '#shared/contract/groups.ts'
import { type Chat, isIn } from '#shared/domain/chat/chat.ts'
import { liveOffers } from '#shared/domain/chat/offering.ts'
import { type Deciders, type Decision, no, nothing, notIn, onlyAgents } from './decision.ts'

/**
 * Moves a chat to another group (R8), where it is placed like a new one: nobody there counts as tried but who declined it.
 * One that waits goes on waiting since when it did. One that agents are in is left by all of them, and waits from now on.
 * The group itself is told to staff alone.
 */
export const movingDeciders: Deciders<'move-chat'> = {
  'move-chat': (chat, { group }, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'ended') return no('chat-ended', 'This chat has ended. It stays in the group that it was in.')
    if (chat.phase === 'active' && !isIn(chat, actor.id)) return notIn
    if (chat.to) return no('forbidden', 'A chat between colleagues is in no group, so it cannot be moved to another.')
    if (chat.phase === 'active' && chat.invitation === 'asked')
      return no('not-yet', 'The visitor has not answered your invitation yet. Move the chat when they have.')
    if (chat.group?.id === group.id) return nothing
    const left: ChatEvent[] = chat.agents.map((agent) => ({ type: 'agent-left', agent }))
    return { shown: left, internal: placedAnew(chat, group, left.length ? chat.round + 1 : chat.round) }
  },
}

/** The group is not there any more: whoever is in the chat stays. */
export function withoutItsGroup(chat: Chat, group: Group): Decision {
  if (chat.phase === 'ended' || chat.group?.id === group.id) return nothing
  return { shown: [], internal: placedAnew(chat, group, chat.round) }
}

function placedAnew(chat: Chat, group: Group, round: number): ChatEvent[] {
  const agents = liveOffers(chat).map(({ agent }) => agent)
  const ended: ChatEvent[] = agents.length
    ? [{ type: 'offer-ended', agents, reason: 'withdrawn', round: chat.round }]
    : []
  return [...ended, { type: 'group-changed', group, round }]
}
