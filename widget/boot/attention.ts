import type { Say, ToHost } from '../protocol.ts'
import { type Conversation, isReply, mark } from './conversation.ts'
import { isVisible } from './is-visible.ts'
import type { Keep } from './keep.ts'
import type { Look } from './visit.ts'

interface AttentionParts {
  readonly keep: Keep
  readonly say: Say<ToHost>
  readonly now: () => Conversation
  readonly leads: () => boolean
  readonly look: () => Look
}

/** Sees what is new and tells the page once in all tabs: replies (W2), the unread count, the end (W21). */
export function createAttention({ keep, say, now, leads, look }: AttentionParts) {
  let said = ''

  function tellNews({ id, events, last }: Conversation) {
    if (!id || !leads()) return
    const told = mark(keep, 'told', id)
    if (last <= told) return
    mark(keep, 'told', id, last)
    for (const { seq, event, actor } of events) {
      if (seq <= told) continue
      const begins = event.type === 'chat-requested' || event.type === 'chat-proposed'
      if (begins || event.type === 'chat-ended') say('event', begins ? 'started' : 'ended', { chatId: id })
      else if (event.type === 'message-sent' && actor.kind !== 'visitor') say('reply', actor.name, event.text)
    }
  }

  return () => {
    const chat = now()
    tellNews(chat)
    let unread = 0
    if (chat.id) {
      const seen = look() === 'open' && isVisible()
      const read = mark(keep, 'read', chat.id, seen ? chat.last : 0)
      unread = chat.events.filter((stored) => stored.seq > read && isReply(stored)).length
    }
    const underWay = chat.underWay || unread > 0
    const state = `${unread}${underWay}`
    if (state === said) return
    said = state
    say('state', unread, underWay)
  }
}
