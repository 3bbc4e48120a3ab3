import type { StoredEvent } from '#shared/contract/events.ts'
import { isInternal } from '#shared/contract/streams.ts'
import { applyShown } from './apply-shown.ts'
import type { Chat } from './chat.ts'
import { erasedChat } from './erase.ts'
import { applyToObservers } from './observing.ts'
import { applyMove, applyToOffering } from './offering.ts'

/**
 * The chat after one more event. The same function for server, extension and widget, so that no two can disagree.
 * Takes the chat so far (nothing before its first event) and the next event of either of its streams.
 * An event that cannot follow leaves the chat as it is: a newer server may know events that this client does not.
 * What the two streams change is apart: whichever comes first, the same chat comes of it.
 */
export function applyEvent(chat: Chat | undefined, stored: StoredEvent): Chat | undefined {
  if (isInternal(stored.stream)) return chat && applyInternal(chat, stored)
  const next = applyShown(chat, stored)
  return next && stored.event.type === 'visitor-erased' ? erasedChat(next) : next
}

function applyInternal(chat: Chat, { event }: StoredEvent): Chat {
  switch (event.type) {
    case 'request-declined':
      return {
        ...chat,
        declinedBy: [...chat.declinedBy, event.agent.id],
        offering: applyToOffering(chat.offering, event),
      }
    case 'chat-offered':
    case 'offer-ended':
    case 'offers-exhausted':
      return { ...chat, offering: applyToOffering(chat.offering, event) }
    case 'group-changed':
      return { ...chat, group: event.group, offering: applyMove(chat.offering, chat.declinedBy, event.round) }
    case 'observer-came':
    case 'observer-left':
      return { ...chat, observers: applyToObservers(chat.observers, event) }
    case 'closing-note-set':
      return { ...chat, closingNote: event.text }
    case 'mail-refused':
      return { ...chat, mailRefused: event.reason }
    case 'followed-up':
      return { ...chat, followedUpBy: event.agent, followedUpRound: event.round ?? 1 }
    default:
      return chat
  }
}
