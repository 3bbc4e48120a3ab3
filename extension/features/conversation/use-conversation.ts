import { Dexie } from 'dexie'
import type { Actor } from '#shared/contract/actors.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { begunChat, isStart, type Start } from '../../core/begun-chats.ts'
import { type AccountRow, type ChatRow, db, type OutboxRow, type TypingRow } from '../../core/db.ts'
import { useLive } from '../../live/use-live.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { type FollowUpView, readFollowUp } from '../follow-ups/use-follow-ups.ts'
import { type LogEntry, logEntries } from './log-entries.ts'

export interface ConversationView {
  readonly account: AccountRow
  readonly me: Actor
  readonly row: ChatRow
  readonly entries: readonly LogEntry[]
  /** Number of the last public event that is shown; 0 for none. */
  readonly lastSeq: number
  readonly hasEarlier: boolean
  /** Other people's typing signals; some may have expired. */
  readonly typing: readonly TypingRow[]
  /** The start of a chat that this account's agent has begun, while the server does not have it (A4). */
  readonly start: Start | null
  /** Somebody is still to see to it (R12, A26). */
  readonly followUp: FollowUpView | null
  /** Commands of mine that are on their way. */
  readonly underWay: ReadonlySet<OutboxRow['command']['operation']>
}

/**
 * All that a conversation shows, read in one go so that its parts agree. `null`: this browser does not have the chat (any more);
 * `undefined`: loading.
 * @param limit how many of the last events
 */
export const useConversation = (chat: ChatKey, limit: number) =>
  useLive(() => readConversation(chat, limit), [chat.accountId, chat.chatId, limit])

async function readConversation({ accountId, chatId }: ChatKey, limit: number): Promise<ConversationView | null> {
  const range = [accountId, chatStream(chatId)] as const
  const mine = [accountId, chatId] as const
  const [account, stored, latest, outbox, receipts, typing, followUp] = await Promise.all([
    db.accounts.get(accountId),
    db.chats.get([...mine]),
    db.events
      .where('[accountId+stream+seq]')
      .between([...range, Dexie.minKey], [...range, Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray(),
    db.outbox
      .where('[accountId+chatId]')
      .equals([...mine])
      .sortBy('order'),
    db.receipts
      .where('[accountId+chatId+actorId]')
      .between([...mine, Dexie.minKey], [...mine, Dexie.maxKey])
      .toArray(),
    db.typing
      .where('[accountId+chatId+actorId]')
      .between([...mine, Dexie.minKey], [...mine, Dexie.maxKey])
      .toArray(),
    readFollowUp({ accountId, chatId }),
  ])
  const start = stored ? null : (outbox.find(isStart) ?? null)
  const row = stored ?? (start && account && begunChat(start, account))
  if (!account || !row) return null
  const me: Actor = { kind: 'agent', ...account.agent }
  return {
    account,
    me,
    row,
    entries: logEntries({ events: latest.toReversed(), outbox, receipts, me, betweenColleagues: Boolean(row.chat.to) }),
    lastSeq: latest[0]?.seq ?? 0,
    hasEarlier: (latest.at(-1)?.seq ?? 1) > 1,
    start,
    followUp,
    typing: typing.filter(({ actorId }) => actorId !== me.id),
    underWay: new Set(outbox.filter(({ refusal }) => !refusal).map(({ command }) => command.operation)),
  }
}
