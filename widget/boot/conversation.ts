import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Keep } from './keep.ts'

/** What a tab has to know of the current chat while its panel is closed: few questions, few bytes. */
export interface Conversation {
  readonly id: ChatId | null
  readonly events: readonly StoredEvent[]
  readonly ended: boolean
  /** Number of the last event; 0 when the server has none yet. */
  readonly last: number
  /** Asked for and not ended, also while the request still waits to be sent. */
  readonly underWay: boolean
}

export const currentChat = (keep: Keep) => keep.get<ChatId>('chat')

export function conversationOf(keep: Keep, id: ChatId | null, events: readonly StoredEvent[]): Conversation {
  const turn = events.findLast(({ event: { type } }) => type === 'chat-ended' || type === 'chat-reopened')
  const ended = turn?.event.type === 'chat-ended'
  return {
    id,
    events,
    ended,
    last: events.at(-1)?.seq ?? 0,
    underWay: !ended && (events.length > 0 || keep.keys('outbox:').length > 0),
  }
}

export const isReply = ({ actor, event }: StoredEvent) => actor.kind !== 'visitor' && event.type === 'message-sent'

/** Rising numbers of the current chat: how far it was read here, and how far the page was told of replies. */
export function mark(keep: Keep, name: 'read' | 'told', id: ChatId, seq = 0): number {
  const before = keep.get<number>(`${name}:${id}`) ?? 0
  if (seq > before) keep.set(`${name}:${id}`, seq)
  return Math.max(before, seq)
}
