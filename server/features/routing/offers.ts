import type { OfferEnd } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import type { Database } from '../../store/database.ts'

/** An offer that should not be. */
export interface Untenable {
  readonly chatId: ChatId
  readonly agent: ActorId
  readonly reason: OfferEnd
}

/** Live offers to agents who cannot be rung any more: gone, away, or not in the chat's group (R1, R11). */
export async function untenableOffers({ query }: Database, now: number): Promise<Untenable[]> {
  const rows = await query
    .selectFrom('offer')
    .innerJoin('chat', 'chat.id', 'offer.chat_id')
    .leftJoin('presence', 'presence.agent_id', 'offer.agent_id')
    .leftJoin('group_member as member', (on) =>
      on.onRef('member.group_id', '=', 'chat.group_id').onRef('member.agent_id', '=', 'offer.agent_id'),
    )
    .select(['offer.chat_id', 'offer.agent_id', 'offer.mode', 'presence.lease_until', 'member.agent_id as member'])
    .where((eb) =>
      eb.or([
        eb('presence.agent_id', 'is', null),
        eb('presence.lease_until', '<=', now),
        eb('presence.active_until', '<=', now),
        eb('presence.takes_chats', '=', 0),
        eb.and([eb('member.agent_id', 'is', null), eb('offer.mode', '!=', 'colleague')]),
      ]),
    )
    .limit(1_000)
    .execute()
  return rows.map((row) => ({
    chatId: row.chat_id as ChatId,
    agent: row.agent_id as ActorId,
    reason:
      (row.lease_until ?? 0) <= now
        ? 'disconnected'
        : row.member === null && row.mode !== 'colleague'
          ? 'withdrawn'
          : 'away',
  }))
}

/** Offers beyond what their agents take at once, newest first: somebody took a chat by themselves, or takes fewer now (R4). */
export async function excessOffers({ query }: Database, agent?: ActorId): Promise<Untenable[]> {
  let asked = query
    .selectFrom('offer')
    .innerJoin('agent', 'agent.id', 'offer.agent_id')
    .select(['agent.id', 'agent.capacity'])
    .select((eb) => [
      eb.fn.countAll<number>().as('offers'),
      eb
        .selectFrom('chat_agent')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('chat_agent.agent_id', '=', 'agent.id')
        .where('chat_agent.active', '=', 1)
        .as('chats'),
    ])
    .where('offer.mode', '!=', 'colleague')
    .groupBy(['agent.id', 'agent.capacity'])
  if (agent) asked = asked.where('agent.id', '=', agent)
  const rows = await asked.execute()
  const excess: Untenable[] = []
  for (const { id, capacity, offers, chats } of rows) {
    const over = Math.min(Number(offers), Number(offers) + Number(chats) - capacity)
    if (over <= 0) continue
    const newest = await query
      .selectFrom('offer')
      .select('chat_id')
      .where('agent_id', '=', id)
      .where('mode', '!=', 'colleague')
      .orderBy('offered_at', 'desc')
      .limit(over)
      .execute()
    excess.push(
      ...newest.map((row) => ({ chatId: row.chat_id as ChatId, agent: id as ActorId, reason: 'withdrawn' as const })),
    )
  }
  return excess
}
