import { randomUUID } from 'node:crypto'
import type { SystemCommand } from '#shared/contract/commands.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Chat, WaitingChat } from '#shared/domain/chat/chat.ts'
import { isBetweenColleagues } from '../../domain/chats/colleague-deciders.ts'
import { inactivityStep } from '../../domain/chats/inactivity.ts'
import { chooseStep, type Step } from '../../domain/routing/choose.ts'
import { theSystem } from '../../domain/system.ts'
import type { Guard } from '../../log/append.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { ChatQueries } from '../chats/queries.ts'
import type { Groups, KnownGroup } from '../groups/groups.ts'
import { candidatesOf } from './candidates.ts'
import { offerGuard } from './offer-guard.ts'
import { ringColleague } from './ring-colleague.ts'

export interface RoutingParts {
  readonly db: Database
  readonly log: Pick<Log, 'append'>
  readonly queries: ChatQueries
  readonly groups: Groups
  readonly now: () => number
}

/** More than a chat can need at once: each ends an offer, makes one, or says something once. */
const stepsAtOnce = 50

/**
 * Looks at an open chat and does all that is due for it: ends offers, makes them, announces, warns, ends. Gives when to look
 * again, in ms since 1970; nothing when time alone changes nothing. Safe to repeat, at any moment, in any number of processes:
 * each step is decided anew under the chat's lock.
 */
export const createLook = (parts: RoutingParts) => {
  const { db, log, queries, groups, now } = parts

  async function look(chatId: ChatId): Promise<number | null> {
    for (let step = 0; step < stepsAtOnce; step++) {
      const chat = await queries.chat(chatId)
      if (!chat || chat.phase === 'ended') return null
      if (isBetweenColleagues(chat)) {
        if (!(await ringColleague({ db, now, append }, chat))) return null
        continue
      }
      const group = await groups.orEveryone(chat.group?.id)
      const life = inactivityStep(chat, group.settings.endAfter, now())
      if (life.do === 'warn') await append({ type: 'warn-of-inactivity', chatId, ...withoutDo(life) })
      else if (life.do === 'end') await append({ type: 'end-inactive', chatId, since: life.since })
      else if (chat.phase === 'active') return life.until
      else {
        const next = await place(chat, group)
        if (next.do === 'wait') return earlier(life.until, next.until)
        await carryOut(chat, group, next)
      }
    }
    // Others were faster each time: they have set the timer, or will.
    return now() + 1_000
  }

  async function place(chat: WaitingChat, group: KnownGroup): Promise<Step> {
    const candidates = await candidatesOf(db.query, group.id, now())
    const lastAgent = group.settings.order === 'last-agent' ? await lastAgentOf(db, chat) : null
    return chooseStep({ chat, settings: group.settings, candidates, lastAgent, now: now() })
  }

  async function carryOut({ id: chatId, round }: WaitingChat, group: KnownGroup, step: Exclude<Step, { do: 'wait' }>) {
    switch (step.do) {
      case 'offer': {
        const { agents, mode, until } = step
        const guard = offerGuard(db.kind, agents, group.id, now)
        return append({ type: 'offer-chat', chatId, agents, mode, until, round }, guard)
      }
      case 'expire':
        return append({ type: 'end-offers', chatId, agents: step.agents, reason: 'expired', until: now() })
      case 'announce':
        return append({ type: 'announce-fallback', chatId, reason: step.reason, options: step.options, round })
      case 'exhaust':
        return append({ type: 'exhaust-offers', chatId, round })
    }
  }

  /** A refusal is for the next look: things have changed since this one. */
  async function append(command: SystemCommand, guard?: Guard) {
    await log.append(command, theSystem, randomUUID() as string as ClientId, guard)
  }

  return { look, append }
}

/** Who was last in a chat of this visitor. */
async function lastAgentOf({ query }: Database, chat: Chat): Promise<ActorId | null> {
  const row = await query
    .selectFrom('chat')
    .innerJoin('chat_agent', 'chat_agent.chat_id', 'chat.id')
    .select('chat_agent.agent_id')
    .where('chat.visitor_id', '=', chat.visitor.id)
    .where('chat.id', '!=', chat.id)
    .orderBy('chat.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.agent_id ?? null) as ActorId | null
}

const withoutDo = <T extends { readonly do: string }>({ do: _, ...rest }: T): Omit<T, 'do'> => rest
const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
