import type { Chat } from './chat.ts'
import { noOffering } from './offering.ts'

/** A chat as it was kept, perhaps by an earlier version that knew less of chats: what it lacks had not happened yet. */
export function readChat(kept: string): Chat {
  const chat = JSON.parse(kept) as Chat
  return { ...since(chat.requestedAt, chat.lastActivityAt), ...chat }
}

const since = (requestedAt: number, lastActivityAt: number) => ({
  to: null,
  group: null,
  description: null,
  waitingSince: requestedAt,
  round: 1,
  lastEventAt: lastActivityAt,
  offering: noOffering,
  invitation: null,
  left: [],
  observers: [],
  fallback: null,
  endsAt: null,
  callback: null,
  leftMessage: null,
  mailAnswered: false,
  mailRefused: null,
  closingNote: null,
  followedUpBy: null,
})
