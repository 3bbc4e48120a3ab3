import type { Kysely } from 'kysely'
import type { SystemCommand } from '#shared/contract/commands.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { liveOffers } from '#shared/domain/chat/offering.ts'
import type { ColleaguesChat } from '../../domain/chats/colleague-deciders.ts'
import type { Guard } from '../../log/append.ts'
import type { Database } from '../../store/database.ts'
import { lockPresence } from '../../store/lock-presence.ts'
import type { Tables } from '../../store/tables.ts'

interface RingParts {
  readonly db: Database
  readonly now: () => number
  readonly append: (command: SystemCommand, guard?: Guard) => Promise<void>
}

/**
 * Rings the colleague whom an agent asks for a chat (A14), when they are there and take chats, however many they have. Gives
 * whether the chat has to be looked at again; else it waits for them to come, or to answer.
 */
export async function ringColleague({ db, now, append }: RingParts, chat: ColleaguesChat): Promise<boolean> {
  const colleague = chat.to.id
  if (chat.phase !== 'waiting' || liveOffers(chat).length) return false
  if (!(await isThere(db.query, colleague, now()))) return false
  const stillThere: Guard = async (tx) => {
    await lockPresence(tx, db.kind, [colleague])
    return (await isThere(tx, colleague, now())) ? null : refuse('unavailable', 'This colleague is not there any more.')
  }
  const { id: chatId, round } = chat
  await append({ type: 'offer-chat', chatId, agents: [colleague], mode: 'colleague', until: null, round }, stillThere)
  return true
}

async function isThere(db: Kysely<Tables>, agent: ActorId, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('presence')
    .select('agent_id')
    .where('agent_id', '=', agent)
    .where('takes_chats', '=', 1)
    .where('lease_until', '>', now)
    .where('active_until', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Chats that wait for an agent whom a colleague asked. */
export async function chatsAskedOf({ query }: Database, agent: ActorId): Promise<ChatId[]> {
  const rows = await query
    .selectFrom('chat')
    .select('id')
    .where('asked_agent', '=', agent)
    .where('phase', '=', 'waiting')
    .orderBy('waiting_since')
    .execute()
  return rows.map(({ id }) => id as ChatId)
}
