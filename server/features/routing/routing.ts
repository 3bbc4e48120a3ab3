import type { OfferEnd } from '#shared/contract/events.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import { isOpen } from '#shared/domain/office-hours/office-hours.ts'
import { candidatesOf } from './candidates.ts'
import { createLook, type RoutingParts } from './look.ts'
import { excessOffers, type Untenable, untenableOffers } from './offers.ts'
import { chatsAskedOf } from './ring-colleague.ts'
import { chatsFor, endSeeking, groupsOf, type Place, type Seeker, seekers } from './seekers.ts'

export interface Routing {
  /** What the timer of each open chat does. */
  readonly look: (chatId: ChatId) => Promise<number | null>
  /** Gives agents who have become able to take chats those that wait. */
  seek(): Promise<void>
  /** Ends the offers of one agent, who has gone on purpose. */
  endOffersOf(agent: ActorId, reason: OfferEnd): Promise<void>
  /** Ends the offers that an agent has beyond their capacity. */
  endExcess(agent: ActorId): Promise<void>
  /** Ends offers that should not be, by whatever they came to be so, and lets those seek who can take chats; to be called about twice a second. */
  sweep(): Promise<void>
}

const chatsAtOnce = 20

export function createRouting(parts: RoutingParts): Routing {
  const { db, groups, now } = parts
  const { look, append } = createLook(parts)
  let seeking: Promise<void> | null = null
  let again = false

  const end = async (offers: readonly Untenable[]) => {
    const byChat = Map.groupBy(offers, ({ chatId, reason }) => `${chatId} ${reason}`)
    for (const [first, ...others] of byChat.values()) {
      if (!first) continue
      const agents = [first, ...others].map(({ agent }) => agent)
      await append({ type: 'end-offers', chatId: first.chatId, agents, reason: first.reason })
    }
  }

  async function seekOnce() {
    for (const seeker of await seekers(db)) {
      await seekFor(seeker)
      await endSeeking(db, seeker)
    }
  }

  async function seekFor({ agent }: Seeker) {
    for (const chatId of await chatsAskedOf(db, agent)) await look(chatId)
    for (const groupId of await groupsOf(db, agent)) {
      const group = await groups.find(groupId)
      if (group && isOpen(group.settings.hours, now())) await seekIn(groupId, agent)
    }
  }

  /** Until the agent has all they take, or nothing is left for them. */
  async function seekIn(groupId: GroupId, agent: ActorId) {
    let after: Place | null = null
    for (;;) {
      const chats: Place[] = await chatsFor(db, agent, groupId, after, chatsAtOnce)
      for (const chat of chats) {
        if (!(await candidatesOf(db.query, groupId, now(), [agent])).length) return
        await look(chat.id)
      }
      after = chats.at(-1) ?? null
      if (chats.length < chatsAtOnce) return
    }
  }

  const routing: Routing = {
    look,
    seek() {
      again = true
      seeking ??= (async () => {
        while (again) {
          again = false
          await seekOnce()
        }
      })().finally(() => {
        seeking = null
        // Asked for after the last look.
        if (again) return routing.seek()
      })
      return seeking
    },
    async endOffersOf(agent, reason) {
      const rows = await db.query.selectFrom('offer').select('chat_id').where('agent_id', '=', agent).execute()
      await end(rows.map(({ chat_id }) => ({ chatId: chat_id as ChatId, agent, reason })))
    },
    async endExcess(agent) {
      await end(await excessOffers(db, agent))
    },
    async sweep() {
      await end(await untenableOffers(db, now()))
      await end(await excessOffers(db))
      await routing.seek()
    },
  }
  return routing
}
