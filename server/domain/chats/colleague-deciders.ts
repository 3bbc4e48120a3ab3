import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { type Chat, isIn, takesPart } from '#shared/domain/chat/chat.ts'
import { conversationDeciders } from './conversation-deciders.ts'
import { type Deciders, type Decision, ended, no, nothing, type Of, onlyAgents, personOf, shown } from './decision.ts'
import { routingDeciders } from './routing-deciders.ts'

/** A chat between two agents (A14): `visitor` is the one who asks, `to` the one who is asked. */
export type ColleaguesChat = Chat & { readonly to: NonNullable<Chat['to']> }

export const isBetweenColleagues = (chat: Chat): chat is ColleaguesChat => Boolean(chat.to)

/** How a chat between colleagues begins: with its first message. */
export function askColleague({ to, text }: Of<'ask-colleague'>, actor: Actor): Decision {
  if (actor.kind !== 'agent') return onlyAgents
  if (actor.id === to.id) return no('forbidden', 'You cannot ask yourself for a chat. Choose a colleague.')
  const nowhere = { page: { url: '', title: '' }, language: 'und' }
  const asked: ChatEvent = { type: 'chat-requested', visitor: personOf(actor), to, ...nowhere }
  return shown(asked, { type: 'message-sent', text })
}

/** What a command does to a chat between colleagues. It has no group, no queue and no other ways than to wait. */
export function decideBetweenColleagues(
  chat: ColleaguesChat,
  command: ChatCommand,
  actor: Actor,
  now: number,
): Decision {
  const decide = deciders[command.type] as ((...given: [Chat, ChatCommand, Actor, number]) => Decision) | undefined
  if (decide) return decide(chat, command, actor, now)
  // Routing and timers may ask for what is done with visitors' chats.
  return actor.kind === 'system' ? nothing : no('forbidden', 'This cannot be done in a chat between colleagues.')
}

const deciders: Partial<Deciders<ChatCommand['type']>> = {
  'ask-colleague': conversationDeciders['ask-colleague'],
  'set-closing-note': conversationDeciders['set-closing-note'],
  'offer-chat': routingDeciders['offer-chat'],
  'end-offers': routingDeciders['end-offers'],

  'send-message': (chat, { text }, actor) => {
    if (chat.phase === 'ended') return ended
    if (!takesPart(chat, actor.id)) return no('not-in-chat', `Accept what ${chat.visitor.name} asks before you write.`)
    return shown({ type: 'message-sent', text })
  },

  'accept-chat': (chat, _, actor) => {
    if (chat.phase === 'ended') return ended
    if (isIn(chat, actor.id)) return nothing
    if (actor.id !== chat.to?.id) return no('forbidden', 'You asked for this chat; your colleague accepts it.')
    return shown({ type: 'chat-accepted', agent: personOf(actor) })
  },

  'decline-chat': (chat, _, actor) =>
    chat.phase === 'waiting' && actor.id === chat.to?.id
      ? shown({ type: 'chat-ended', outcome: 'missed', reason: 'declined' })
      : nothing,

  'end-chat': (chat, { note }, actor) => {
    if (chat.phase === 'ended') return nothing
    if (chat.phase === 'waiting') return endWhileItWaits(chat, actor)
    const notes: ChatEvent[] = note ? [{ type: 'closing-note-set', text: note }] : []
    return { shown: [{ type: 'chat-ended', outcome: 'completed' }], internal: notes }
  },

  /** There is nobody whom it could go on without. */
  'leave-chat': (chat, _, actor) => {
    if (chat.phase === 'ended') return ended
    return chat.phase === 'waiting' ? endWhileItWaits(chat, actor) : shown({ type: 'chat-ended', outcome: 'completed' })
  },
}

/** The one who asked takes it back; the one who is asked declines by it. */
const endWhileItWaits = (chat: Chat, { id }: Actor): Decision =>
  id === chat.visitor.id
    ? shown({ type: 'chat-ended', outcome: 'abandoned', reason: 'withdrawn' })
    : shown({ type: 'chat-ended', outcome: 'missed', reason: 'declined' })
