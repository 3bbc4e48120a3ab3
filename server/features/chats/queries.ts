import type { ExpressionBuilder, Selectable } from 'kysely'
import type { ActorKind } from '#shared/contract/actors.ts'
import type { ChatSummary, ListedChat } from '#shared/contract/api.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import { chatStream, type StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { observersOf } from '#shared/domain/chat/observing.ts'
import { readChat } from '#shared/domain/chat/read-chat.ts'
import { previewPattern } from '#shared/domain/preview/preview-ids.ts'
import type { Database } from '../../store/database.ts'
import type { ReceiptTable, Tables } from '../../store/tables.ts'

export type ChatQueries = ReturnType<typeof chatQueries>

/** What can be asked about chats. Reads only. */
export const chatQueries = ({ query }: Database) => ({
  /** The chat as its events leave it. */
  async chat(id: ChatId): Promise<Chat | undefined> {
    const row = await query.selectFrom('stream').select('state').where('id', '=', chatStream(id)).executeTakeFirst()
    return row?.state ? readChat(row.state) : undefined
  },

  /** Chats in the order of the ids; those that do not exist are left out. */
  async chats(ids: readonly ChatId[]): Promise<Chat[]> {
    const chats = new Map<string, Chat>()
    for (const part of inParts(ids.map(chatStream), 500)) {
      const rows = await query.selectFrom('stream').select(['id', 'state']).where('id', 'in', part).execute()
      for (const { id, state } of rows) if (state) chats.set(id, readChat(state))
    }
    return ids.flatMap((id) => chats.get(chatStream(id)) ?? [])
  },

  async summaries(ids: readonly ChatId[]): Promise<ChatSummary[]> {
    return (await this.chats(ids)).map(summaryOf)
  },

  /** Chats in one phase that an agent may know of, newest activity first. */
  async idsInPhase(phase: Chat['phase'], limit: number, agentId: ActorId): Promise<ChatId[]> {
    const rows = await query
      .selectFrom('chat')
      .select('id')
      .where('phase', '=', phase)
      .where(mayKnowOf(agentId))
      .orderBy('last_activity_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id as ChatId)
  },

  /** A visitor's chats, newest first. */
  async idsOfVisitor(visitorId: ActorId, limit = 50): Promise<ChatId[]> {
    const rows = await query
      .selectFrom('chat')
      .select('id')
      .where('visitor_id', '=', visitorId)
      .orderBy('requested_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id as ChatId)
  },

  /** What an agent follows: every chat that waits, their own that are active, and those they observe. Of chats between colleagues their own. */
  async idsForAgent(agentId: ActorId): Promise<ChatId[]> {
    const rows = await query
      .selectFrom('chat')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('phase', '=', 'waiting'), mayKnowOf(agentId)(eb)]),
          eb.and([eb('phase', '=', 'active'), eb('visitor_id', '=', agentId)]),
          eb.and([
            eb('phase', '=', 'active'),
            eb('id', 'in', eb.selectFrom('chat_agent').select('chat_id').where('agent_id', '=', agentId)),
          ]),
          eb('id', 'in', eb.selectFrom('observer').select('chat_id').where('agent_id', '=', agentId)),
        ]),
      )
      .orderBy('requested_at')
      .execute()
    return rows.map(({ id }) => id as ChatId)
  },

  /** Numbers of the last events; streams that do not exist are left out. */
  async lastSeqs(streams: readonly StreamId[]): Promise<Map<StreamId, number>> {
    const numbers = new Map<StreamId, number>()
    for (const part of inParts(streams, 500)) {
      const rows = await query.selectFrom('stream').select(['id', 'last_seq']).where('id', 'in', part).execute()
      for (const { id, last_seq } of rows) numbers.set(id as StreamId, last_seq)
    }
    return numbers
  },

  async receipts(chatIds: readonly ChatId[]): Promise<Receipt[]> {
    const found: Receipt[] = []
    for (const part of inParts(chatIds, 500)) {
      const rows = await query.selectFrom('receipt').selectAll().where('chat_id', 'in', part).execute()
      found.push(...rows.map(receiptOf))
    }
    return found
  },
})

/** All chats but those between other agents, and those of previews (G4). */
const mayKnowOf = (agentId: ActorId) => (eb: ExpressionBuilder<Tables, 'chat'>) =>
  eb.and([
    eb('visitor_id', 'not like', previewPattern),
    eb.or([eb('asked_agent', 'is', null), eb('asked_agent', '=', agentId), eb('visitor_id', '=', agentId)]),
  ])

export const receiptOf = (row: Selectable<ReceiptTable>): Receipt => ({
  chatId: row.chat_id as ChatId,
  actorId: row.actor_id as ActorId,
  kind: row.kind as ActorKind,
  delivered: row.delivered,
  read: row.read,
})

export const summaryOf = (chat: Chat): ChatSummary => ({
  chatId: chat.id,
  phase: chat.phase,
  visitor: chat.visitor,
  agents: [...chat.agents],
  outcome: chat.phase === 'ended' ? chat.outcome : null,
  group: chat.group,
  requestedAt: chat.requestedAt,
  lastActivityAt: chat.lastActivityAt,
})

/** As agents see it. */
export const listedOf = (chat: Chat): ListedChat => ({
  ...summaryOf(chat),
  page: chat.page,
  acceptedAt: chat.phase === 'active' ? chat.acceptedAt : null,
  observers: observersOf(chat).map(({ id, name }) => ({ id, name })),
})

function* inParts<T>(items: readonly T[], size: number) {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}
