import { Dexie } from 'dexie'
import { begunChats } from '../../core/begun-chats.ts'
import { type ChatList, type ChatRow, db } from '../../core/db.ts'

/** Requests that wait, the longest first. */
export const waitingChats = (limit: number): Promise<ChatRow[]> =>
  inList('waiting', 'requestedAt').limit(limit).toArray()

/**
 * My active chats, the latest activity first. They are as many as one person can talk in, so all of them; those that I have begun
 * and the server does not know yet come before them.
 */
export const myChats = async (): Promise<ChatRow[]> => [
  ...(await begunChats()),
  ...(await inList('mine', 'lastActivityAt').reverse().toArray()),
]

/**
 * My ended chats, the latest first: there may be tens of thousands, so only as many as are looked at.
 * @param passes which of them; all when it is not given
 */
export function endedChats(limit: number, passes?: (row: ChatRow) => boolean): Promise<ChatRow[]> {
  const latest = inList('ended', 'lastActivityAt').reverse()
  return (passes ? latest.filter(passes) : latest).limit(limit).toArray()
}

export const countEnded = (): Promise<number> => inList('ended', 'lastActivityAt').count()

const inList = (list: ChatList, order: 'requestedAt' | 'lastActivityAt') =>
  db.chats.where(`[list+${order}]`).between([list, Dexie.minKey], [list, Dexie.maxKey])
