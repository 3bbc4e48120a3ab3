import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { begin } from './begin.ts'
import { decideBetweenColleagues, isBetweenColleagues } from './colleague-deciders.ts'
import { conversationDeciders } from './conversation-deciders.ts'
import { type Deciders, type Decision, no } from './decision.ts'
import { erasingDeciders } from './erasing-deciders.ts'
import { followingDeciders } from './following-deciders.ts'
import { joiningDeciders } from './joining-deciders.ts'
import { maySeeChat } from './may-see.ts'
import { movingDeciders } from './moving.ts'
import { proposalDeciders } from './proposal-deciders.ts'
import { routingDeciders } from './routing-deciders.ts'

/**
 * Decides what a command does to a chat. Pure: the same chat, command, actor and time always give the same decision.
 * @param chat nothing when it does not exist yet
 * @param now ms since 1970
 */
export function decideChat(chat: Chat | undefined, command: ChatCommand, actor: Actor, now: number): Decision {
  if (!chat) return begin(command, actor) ?? missing
  if (!mayReach(chat, actor)) return missing
  if (isBetweenColleagues(chat)) return decideBetweenColleagues(chat, command, actor, now)
  const decide = deciders[command.type] as (...given: [Chat, ChatCommand, Actor, number]) => Decision
  return decide(chat, command, actor, now)
}

/** Of chats that are not for them people learn nothing, not even that they exist. */
const mayReach = (chat: Chat, actor: Actor) => actor.kind === 'system' || maySeeChat(actor, chat)

const missing = no('not-found', 'This chat does not exist.')

const deciders: Deciders<ChatCommand['type']> = {
  ...conversationDeciders,
  ...erasingDeciders,
  ...followingDeciders,
  ...joiningDeciders,
  ...movingDeciders,
  ...proposalDeciders,
  ...routingDeciders,
}
