import type { Transaction } from 'kysely'
import { everyone } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { followUpList } from '#shared/domain/chat/follow-up.ts'
import { observersOf } from '#shared/domain/chat/observing.ts'
import { previewOf } from '#shared/domain/preview/preview-ids.ts'
import type { Tables } from '../store/tables.ts'
import type { Write } from '../store/write-together.ts'

/** What brings the rows that lists are made of up to date, in the append's own transaction. */
export function projectChat(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat): Write[] {
  const changing = {
    phase: chat.phase,
    outcome: chat.phase === 'ended' ? chat.outcome : null,
    last_activity_at: chat.lastActivityAt,
    group_id: chat.to ? null : (previewOf(chat.visitor.id) ?? chat.group?.id ?? everyone),
    waiting_since: chat.waitingSince,
    ...(chat.phase === 'active' && before?.phase === 'waiting' && { accepted_at: chat.acceptedAt }),
    follow_up: followUpList(chat),
    ...(chat.erased && !before?.erased && { erased_at: chat.lastEventAt }),
    invited: chat.phase === 'active' && chat.invitation === 'asked' ? 1 : 0,
  }
  const row = before
    ? tx.updateTable('chat').set(changing).where('id', '=', chat.id)
    : tx.insertInto('chat').values({
        id: chat.id,
        visitor_id: chat.visitor.id,
        asked_agent: chat.to?.id ?? null,
        requested_at: chat.requestedAt,
        ...changing,
      })
  return [row, ...projectAgents(tx, before, chat), ...projectObservers(tx, before, chat)]
}

function projectAgents(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat): Write[] {
  const [had, has] = [agentsAtWork(before), agentsAtWork(chat)]
  const over = [...had.difference(has)]
  const joined = [...has.difference(had)]
  const active = chat.to ? 0 : 1
  const left = tx.updateTable('chat_agent').set({ active: 0 }).where('chat_id', '=', chat.id)
  const came = tx
    .insertInto('chat_agent')
    .values(joined.map((agent) => ({ chat_id: chat.id, agent_id: agent, active })))
  return [
    ...(over.length ? [left.where('agent_id', 'in', over)] : []),
    // Somebody who left it may be back.
    ...(joined.length ? [came.onConflict((on) => on.columns(['chat_id', 'agent_id']).doUpdateSet({ active }))] : []),
  ]
}

function projectObservers(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat): Write[] {
  const [had, has] = [observing(before), observing(chat)]
  const gone = [...had.difference(has)]
  const come = [...has.difference(had)].map((agent) => ({ chat_id: chat.id, agent_id: agent }))
  return [
    ...(gone.length ? [tx.deleteFrom('observer').where('chat_id', '=', chat.id).where('agent_id', 'in', gone)] : []),
    ...(come.length ? [tx.insertInto('observer').values(come)] : []),
  ]
}

const observing = (chat: Chat | undefined): ReadonlySet<string> =>
  new Set(chat ? observersOf(chat).map(({ id }) => id) : [])

const agentsAtWork = (chat: Chat | undefined): ReadonlySet<string> =>
  new Set(chat?.phase === 'active' ? chat.agents.map(({ id }) => id) : [])
