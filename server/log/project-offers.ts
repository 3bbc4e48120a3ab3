import type { Transaction } from 'kysely'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { currentOffering, liveOffers } from '#shared/domain/chat/offering.ts'
import type { Database } from '../store/database.ts'
import { lockPresence } from '../store/lock-presence.ts'
import type { Tables } from '../store/tables.ts'

/** Brings the rows that routing asks up to date, in the append's own transaction. `at` in ms since 1970. */
export async function projectOffers(
  tx: Transaction<Tables>,
  kind: Database['kind'],
  before: Chat | undefined,
  chat: Chat,
  at: number,
) {
  const held = before ? ringing(before) : none
  const holds = ringing(chat)
  const offered = liveOffers(chat).filter(({ agent }) => !held.has(agent))
  const added = offered.map(({ agent }) => agent)
  const removed = [...held.difference(holds)]
  if (removed.length)
    await tx.deleteFrom('offer').where('chat_id', '=', chat.id).where('agent_id', 'in', removed).execute()
  if (added.length) {
    const rows = offered.map(({ agent, mode }) => ({ chat_id: chat.id, agent_id: agent, mode, offered_at: at }))
    await tx.insertInto('offer').values(rows).execute()
  }
  await projectTried(tx, before, chat)

  const freed = [...(before ? busy(before) : none).difference(busy(chat))]
  if (!added.length && !freed.length) return
  await lockPresence(tx, kind, [...added, ...freed])
  if (added.length) await tx.updateTable('presence').set({ last_offer_at: at }).where('agent_id', 'in', added).execute()
  if (freed.length) await tx.updateTable('presence').set({ seek_at: at }).where('agent_id', 'in', freed).execute()
}

async function projectTried(tx: Transaction<Tables>, before: Chat | undefined, chat: Chat) {
  const had = before ? tried(before) : none
  const has = tried(chat)
  const gone = [...had.difference(has)]
  const come = [...has.difference(had)]
  if (gone.length) await tx.deleteFrom('tried').where('chat_id', '=', chat.id).where('agent_id', 'in', gone).execute()
  if (come.length) {
    const rows = come.map((agent) => ({ chat_id: chat.id, agent_id: agent }))
    await tx.insertInto('tried').values(rows).execute()
  }
}

const none: ReadonlySet<ActorId> = new Set()
const ringing = (chat: Chat): ReadonlySet<ActorId> => new Set(liveOffers(chat).map(({ agent }) => agent))
const tried = (chat: Chat): ReadonlySet<ActorId> =>
  chat.phase === 'waiting' ? new Set([...currentOffering(chat).tried, ...chat.left]) : none

/** Whose capacity it takes: a chat with a colleague takes none, so that visitors do not wait for it. */
const busy = (chat: Chat): ReadonlySet<ActorId> => {
  if (chat.to) return none
  return chat.phase === 'active' ? new Set(chat.agents.map(({ id }) => id)) : ringing(chat)
}
