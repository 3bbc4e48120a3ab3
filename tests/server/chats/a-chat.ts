import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'

/** A chat as its events make it: `aChat(id, visitor).accepted(agent).said(visitor, 'hello').chat()`. */
export function aChat(id: ChatId, visitor: Actor) {
  const shown: StoredEvent[] = []
  const internal: StoredEvent[] = []
  const happened = (actor: Actor, event: ChatEvent, to = shown) => {
    const stream = to === shown ? chatStream(id) : internalStream(id)
    to.push({ stream, seq: to.length + 1, at: 1_790_000_000_000 + shown.length, actor, clientId: null, event })
    return story
  }
  const person = (actor: Actor) => ({ id: actor.id, name: actor.name })
  const story = {
    said: (by: Actor, text: string) => happened(by, { type: 'message-sent', text }),
    accepted: (by: Actor) => happened(by, { type: 'chat-accepted', agent: person(by) }),
    declined: (by: Actor) => happened(by, { type: 'request-declined', agent: person(by) }, internal),
    ended: (by: Actor) => happened(by, { type: 'chat-ended', outcome: 'completed' }),
    chat(): Chat {
      const chat = foldChat(shown, internal)
      if (!chat) throw new Error('A chat begins with a request.')
      return chat
    },
  }
  const page = { url: 'https://shop.example/', title: 'Shop' }
  return happened(visitor, { type: 'chat-requested', visitor: person(visitor), page, language: 'en' })
}
