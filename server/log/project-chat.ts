import type { Transaction } from 'kysely'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { Tables } from '../store/tables.ts'

/** Brings the rows that lists are made of up to date, in the append's own transaction. */
export async function projectChat(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat) {
  const changing = {
    phase: chat.phase,
    outcome: chat.phase === 'ended' ? chat.outcome : null,
    last_activity_at: chat.lastActivityAt,
  }
  if (before) await tx.updateTable('chat').set(changing).where('id', '=', chat.id).execute()
  else {
    await tx
      .insertInto('chat')
      .values({ id: chat.id, visitor_id: chat.visitor.id, requested_at: chat.requestedAt, ...changing })
      .execute()
  }
  const known = new Set(before?.agents.map((agent) => agent.id))
  const joined = chat.agents.filter((agent) => !known.has(agent.id))
  if (joined.length) {
    await tx
      .insertInto('chat_agent')
      .values(joined.map((agent) => ({ chat_id: chat.id, agent_id: agent.id })))
      .execute()
  }
}
