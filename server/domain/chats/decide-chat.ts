import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import { type Chat, isIn } from '#shared/domain/chat/chat.ts'

/** What a command leads to: events for the stream everybody sees and for the staff's, or a refusal that changes nothing. */
export type Decision =
  | { readonly shown: readonly ChatEvent[]; readonly internal: readonly ChatEvent[] }
  | { readonly refusal: Refusal }

type Of<T extends ChatCommand['type']> = Extract<ChatCommand, { type: T }>
type Deciders = { [T in ChatCommand['type']]: (chat: Chat, command: Of<T>, actor: Actor) => Decision }

/**
 * Decides what a command does to a chat. Pure: the same chat, command and actor always give the same decision.
 * @param chat nothing when it does not exist yet
 */
export function decideChat(chat: Chat | undefined, command: ChatCommand, actor: Actor): Decision {
  if (!chat) return command.type === 'start-chat' ? start(command, actor) : no('not-found', 'This chat does not exist.')
  if (!mayReach(chat, actor)) return no('not-found', 'This chat does not exist.')
  return (deciders[command.type] as (chat: Chat, command: ChatCommand, actor: Actor) => Decision)(chat, command, actor)
}

/** A visitor reaches their own chats and learns nothing of others, not even that they exist. */
const mayReach = (chat: Chat, actor: Actor) => actor.kind !== 'visitor' || chat.visitor.id === actor.id

const start = (command: Of<'start-chat'>, actor: Actor): Decision =>
  actor.kind === 'visitor'
    ? shown({
        type: 'chat-requested',
        visitor: { id: actor.id, name: actor.name },
        page: command.page,
        language: command.language,
      })
    : no('forbidden', 'Only a visitor can ask for a chat.')

const deciders: Deciders = {
  'start-chat': () => no('already-started', 'This chat has already begun.'),

  'send-message': (chat, command, actor) => {
    if (chat.phase === 'ended') return ended
    if (actor.kind === 'agent' && !isIn(chat, actor.id))
      return no('not-in-chat', 'You are not in this chat. Accept it first.')
    return shown({ type: 'message-sent', text: command.text })
  },

  'accept-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'ended') return ended
    if (isIn(chat, actor.id)) return nothing
    const [first] = chat.agents
    if (first) return no('already-accepted', `${first.name} has taken this chat.`, { acceptedBy: first })
    return shown({ type: 'chat-accepted', agent: { id: actor.id, name: actor.name } })
  },

  'decline-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase !== 'waiting' || chat.declinedBy.includes(actor.id)) return nothing
    return { shown: [], internal: [{ type: 'request-declined', agent: { id: actor.id, name: actor.name } }] }
  },

  'end-chat': (chat, _, actor) => {
    if (actor.kind !== 'agent') return onlyAgents
    if (chat.phase === 'ended') return nothing
    if (chat.phase === 'waiting')
      return no('chat-not-accepted', 'Nobody has accepted this chat yet. Accept it before you end it.')
    if (!isIn(chat, actor.id)) return no('not-in-chat', 'You are not in this chat.')
    return shown({ type: 'chat-ended', outcome: 'completed' })
  },
}

const shown = (...events: ChatEvent[]): Decision => ({ shown: events, internal: [] })
const no = (...refusal: Parameters<typeof refuse>): Decision => ({ refusal: refuse(...refusal) })
const nothing: Decision = { shown: [], internal: [] }
const ended = no('chat-ended', 'This chat has ended. What you wrote was not sent.')
const onlyAgents = no('forbidden', 'Only an agent can do this.')
