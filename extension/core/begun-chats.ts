import type { Actor, Person } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { chatRow } from './chat-row.ts'
import { type AccountRow, type ChatRow, db, type OutboxRow } from './db.ts'

/** The start of a chat that waits in the outbox. */
export type Start = OutboxRow & { readonly command: { readonly operation: 'startVisitorChat' | 'askColleague' } }

export const isStart = (item: OutboxRow): item is Start =>
  item.command.operation === 'startVisitorChat' || item.command.operation === 'askColleague'

/** Chats that this browser's agents have begun and the server does not have yet, as they will be. */
export async function begunChats(): Promise<ChatRow[]> {
  const starts = (await db.outbox.toArray()).filter(isStart)
  const rows = await Promise.all(
    starts.map(async (start) => {
      const account = await db.accounts.get(start.accountId)
      const isThere = await db.chats.get([start.accountId, start.chatId])
      return account && !isThere ? begunChat(start, account) : null
    }),
  )
  return rows.filter((row) => row !== null)
}

/** Such a chat, from what its agent saw of the visitor, or whom they asked, and what they wrote. */
export function begunChat({ accountId, chatId, command, createdAt: at }: Start, { agent }: AccountRow): ChatRow {
  const actor: Actor = { kind: 'agent', ...agent }
  const happened: ChatEvent[] = [beginning(command, agent), { type: 'message-sent', text: command.text }]
  const events = happened.map(
    (event, i): StoredEvent => ({ stream: chatStream(chatId), seq: i + 1, at, actor, clientId: null, event }),
  )
  const chat = foldChat(events)
  if (!chat) throw new Error('A chat that an agent began has begun')
  return { ...chatRow(accountId, chat, agent.id), unread: 0 }
}

const beginning = (command: Start['command'], agent: Person): ChatEvent =>
  command.operation === 'askColleague'
    ? { type: 'chat-requested', visitor: agent, to: command.to, page: { url: '', title: '' }, language: 'und' }
    : { type: 'chat-proposed', ...command.seen, agent, asked: false }
