import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { Chat } from './chat.ts'

/**
 * An event of a chat whose visitor had themself forgotten (S9, W31): its number, its time and its kind stay, what people wrote
 * and who the visitor was does not. Of whoever else was in it the name stays. The same function on the server and in every
 * copy, so that a copy that was there before equals one that is made afterwards.
 */
export function erasedEvent(stored: StoredEvent): StoredEvent {
  const { actor, event } = stored
  const erase = (erasures[event.type] ?? unchanged) as (event: ChatEvent) => ChatEvent
  return { ...stored, actor: actor.kind === 'visitor' ? { ...actor, name: '' } : actor, event: erase(event) }
}

/** The chat that erased events make. */
export const erasedChat = ({ identity: _, fields: __, ...chat }: Chat): Chat => ({
  ...chat,
  erased: true,
  visitor: { ...chat.visitor, name: '' },
  page: nowhere,
  description: null,
  lastMessage: chat.lastMessage && { ...chat.lastMessage, text: '' },
  callback: chat.callback && noCallback,
  leftMessage: chat.leftMessage && { email: '', text: '' },
  mailRefused: chat.mailRefused === null ? null : '',
  closingNote: chat.closingNote === null ? null : '',
})

type Erasures = { readonly [T in ChatEvent['type']]?: (event: Extract<ChatEvent, { type: T }>) => ChatEvent }

const nowhere = { url: '', title: '' }
const noCallback = { phone: '', note: '', preferredTimes: '' }
const unchanged = (event: ChatEvent) => event

const erasures: Erasures = {
  'chat-requested': ({ description: _, identity: __, fields: ___, ...event }) => ({
    ...event,
    visitor: { ...event.visitor, name: '' },
    page: nowhere,
  }),
  'chat-proposed': (event) => ({ ...event, visitor: { ...event.visitor, name: '' }, page: nowhere }),
  'message-sent': (event) => ({ ...event, text: '' }),
  'callback-requested': (event) => ({ ...event, callback: noCallback }),
  'message-left': (event) => ({ ...event, email: '', text: '' }),
  'answer-mailed': (event) => ({ ...event, text: '' }),
  'mail-refused': (event) => ({ ...event, reason: '' }),
  'closing-note-set': (event) => ({ ...event, text: '' }),
}
