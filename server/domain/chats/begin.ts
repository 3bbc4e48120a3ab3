import type { Actor } from '#shared/contract/actors.ts'
import type { Beginning, ChatCommand } from '#shared/contract/commands.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { askColleague } from './colleague-deciders.ts'
import { type Decision, no, personOf, shown } from './decision.ts'
import { callbackEvents, messageEvents } from './following-deciders.ts'
import { propose } from './proposal-deciders.ts'

/** What the first command of a chat leads to; nothing when it is none that can begin one. */
export function begin(command: ChatCommand, actor: Actor): Decision | null {
  if (command.type === 'start-chat') return requested(command, actor)
  if (command.type === 'propose-chat') return propose(command, actor)
  if (command.type === 'ask-colleague') return askColleague(command, actor)
  if (command.type === 'request-callback' && command.begin)
    return requested(command.begin, actor, ...callbackEvents(command))
  if (command.type === 'leave-message' && command.begin)
    return requested(command.begin, actor, ...messageEvents(command))
  return null
}

function requested(beginning: Beginning, actor: Actor, ...then: ChatEvent[]): Decision {
  if (actor.kind !== 'visitor') return no('forbidden', 'Only a visitor can ask for a chat.')
  const { page, language, group, description, identity, fields } = beginning
  const more = {
    ...(group && { group }),
    ...(description && { description }),
    ...(identity && { identity }),
    ...(fields?.length && { fields: [...fields] }),
  }
  return shown({ type: 'chat-requested', visitor: personOf(actor), page, language, ...more }, ...then)
}
