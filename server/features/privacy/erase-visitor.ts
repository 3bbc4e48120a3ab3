import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Log } from '../../log/log.ts'
import { setAlarm } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import { forgetOnline, lockOnline } from '../visits/online-visitor.ts'

/** Keyed by the visitor. */
export const eraseChatsTimer = 'erase-chats'

/**
 * Forgets who a visitor is, all at once: name, details, visit, sessions. With it comes the timer by which their chats are erased,
 * so that a server that dies in between goes on with it. Gives how many chats those are. Safe to repeat.
 */
export async function forgetVisitor(db: Database, visitor: ActorId, now: number): Promise<number> {
  return db.query.transaction().execute(async (tx) => {
    await lockOnline(tx, db.kind, visitor)
    await forgetOnline(tx, visitor)
    await tx.deleteFrom('session').where('actor_id', '=', visitor).execute()
    await tx.deleteFrom('visitor').where('id', '=', visitor).execute()
    await setAlarm(tx, eraseChatsTimer, visitor, now)
    const { count } = await tx
      .selectFrom('chat')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('visitor_id', '=', visitor)
      .where('erased_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}

/** Erases what was written in the chats of a visitor who is forgotten: agents hear of each, and erase their copies (S9). */
export async function eraseChatsOf({ query }: Database, log: Pick<Log, 'append'>, visitor: string): Promise<void> {
  const actor: Actor = { kind: 'visitor', id: visitor as ActorId, name: '' }
  const chats = await query
    .selectFrom('chat')
    .select('id')
    .where('visitor_id', '=', visitor)
    .where('erased_at', 'is', null)
    .execute()
  for (const { id } of chats)
    await log.append({ type: 'erase-visitor', chatId: id as ChatId }, actor, randomUUID() as string as ClientId)
}
