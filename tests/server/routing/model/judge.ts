import type { GroupSettings } from '#shared/contract/groups.ts'
import { type ActorId, everyone } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { observersOf } from '#shared/domain/chat/observing.ts'
import { currentOffering, liveOffers } from '#shared/domain/chat/offering.ts'
import { isOpen } from '#shared/domain/office-hours/office-hours.ts'
import type { World } from './world.ts'

/** What must be true after everything that happened. Throws with what is not. */
export async function judge(world: World) {
  const facts = await read(world)
  for (const chat of facts.chats) {
    offersAreRight(facts, chat)
    nobodyWaitsForNothing(facts, chat)
  }
  for (const agent of facts.agents) isNotOverCapacity(facts, agent.id, agent.capacity)
  rowsSayTheSame(facts)
}

type Facts = Awaited<ReturnType<typeof read>>

async function read({ server, clock, changedAt }: World) {
  const { query } = server.db
  const ids = await query.selectFrom('chat').select('id').where('phase', '!=', 'ended').execute()
  return {
    now: clock.now,
    changedAt,
    chats: await server.queries.chats(ids.map(({ id }) => id as Chat['id'])),
    groups: await server.groups.all(),
    agents: await query.selectFrom('agent').select(['id', 'capacity']).execute(),
    presence: await query.selectFrom('presence').selectAll().execute(),
    members: await query.selectFrom('group_member').selectAll().execute(),
    timers: await query.selectFrom('timer').selectAll().where('kind', '=', 'chat').execute(),
    offers: await query.selectFrom('offer').selectAll().execute(),
    tried: await query.selectFrom('tried').selectAll().execute(),
    invited: await query.selectFrom('chat').select(['id', 'invited']).where('invited', '=', 1).execute(),
    active: await query.selectFrom('chat_agent').selectAll().where('active', '=', 1).execute(),
    observers: await query.selectFrom('observer').selectAll().execute(),
    statuses: await server.statuses.all(),
  }
}

function offersAreRight(facts: Facts, chat: Chat) {
  const offers = liveOffers(chat)
  const alone = offers.filter(({ mode }) => mode === 'one-by-one')
  // Those who began to ring while the group rang all at once may go on when it no longer does.
  const mayBeBoth =
    settingsOf(facts, chat).offer === 'ring-all' ||
    currentOffering(chat).exhausted ||
    (facts.changedAt.get(groupOf(chat)) ?? 0) >= chat.waitingSince
  if (alone.length > 1 || (alone.length && offers.length > 1 && !mayBeBoth))
    fail(chat, 'is offered to two agents, one by one')
  if (new Set(offers.map(({ agent }) => agent)).size < offers.length) fail(chat, 'is offered to one agent twice')
  for (const { agent, until } of offers) {
    if (!isThere(facts, agent)) fail(chat, `is offered to ${agent}, who is not available`)
    if (chat.to ? agent !== chat.to.id : !isMember(facts, chat, agent))
      fail(chat, `is offered to ${agent}, who is not among those it may be offered to`)
    if (until !== null && until <= facts.now) fail(chat, 'has an offer that has expired')
  }
}

function nobodyWaitsForNothing(facts: Facts, chat: Chat) {
  const timer = facts.timers.find(({ key }) => key === chat.id)
  if (chat.phase !== 'waiting') {
    if (!timer && !chat.to && settingsOf(facts, chat).endAfter !== null)
      fail(chat, 'is active, and nothing will ever end it')
    return
  }
  if (chat.invitation === 'asked') fail(chat, 'is rung for, and its visitor has not accepted it')
  const offers = liveOffers(chat)
  if (chat.to) {
    if (!offers.length && isThere(facts, chat.to.id)) fail(chat, 'waits for a colleague who is there, and is not rung')
    return
  }
  if (!offers.length && !timer && !chat.fallback) fail(chat, 'waits without an offer, a timer or an announced fallback')
  for (const { until } of offers) {
    if (until !== null && (!timer || timer.due_at > until)) fail(chat, 'has an offer whose end nobody will notice')
  }
  const settings = settingsOf(facts, chat)
  if (!isOpen(settings.hours, facts.now)) return
  // While one is rung alone, everybody else's turn comes when that ends.
  if (offers.some(({ mode }) => mode === 'one-by-one')) return
  if (offers.length && settings.offer === 'one-by-one' && !currentOffering(chat).exhausted) return
  const missed = facts.members.filter(({ group_id, agent_id }) => {
    const agent = agent_id as ActorId
    const spared = [...currentOffering(chat).tried, ...chat.left, ...offers.map((offer) => offer.agent)]
    return group_id === groupOf(chat) && !spared.includes(agent) && isThere(facts, agent) && hasRoom(facts, agent)
  })
  if (missed.length) fail(chat, `waits, and ${missed.map(({ agent_id }) => agent_id).join()} could take it`)
}

/** Whoever took more than they are offered did so by themselves; then nothing more is offered. */
function isNotOverCapacity(facts: Facts, agent: string, capacity: number) {
  const offers = forVisitors(facts.offers).filter(({ agent_id }) => agent_id === agent).length
  const chats = facts.active.filter(({ agent_id }) => agent_id === agent).length
  if (offers && offers + chats > capacity)
    throw new Error(`${agent} takes ${capacity}, is in ${chats} and is offered ${offers} more.`)
}

/** The rows that routing asks say what the events say. */
function rowsSayTheSame(facts: Facts) {
  const key = (chat: string, agent: string) => `${chat} ${agent}`
  const same = (what: string, rows: string[], chats: string[]) => {
    if (rows.toSorted().join() !== chats.toSorted().join())
      throw new Error(`The rows of ${what} are not what happened.`)
  }
  same(
    'offer',
    facts.offers.map(({ chat_id, agent_id }) => key(chat_id, agent_id)),
    facts.chats.flatMap((chat) => liveOffers(chat).map(({ agent }) => key(chat.id, agent))),
  )
  same(
    'chat_agent',
    facts.active.map(({ chat_id, agent_id }) => key(chat_id, agent_id)),
    facts.chats.filter(({ to }) => !to).flatMap((chat) => chat.agents.map(({ id }) => key(chat.id, id))),
  )
  same(
    'observer',
    facts.observers.map(({ chat_id, agent_id }) => key(chat_id, agent_id)),
    facts.chats.flatMap((chat) => observersOf(chat).map(({ id }) => key(chat.id, id))),
  )
  same(
    'invited',
    facts.invited.map(({ id }) => id),
    facts.chats.flatMap(({ id, invitation }) => (invitation === 'asked' ? [id] : [])),
  )
  same(
    'tried',
    facts.tried.map(({ chat_id, agent_id }) => key(chat_id, agent_id)),
    facts.chats.flatMap((chat) =>
      chat.phase === 'waiting'
        ? [...new Set([...currentOffering(chat).tried, ...chat.left])].map((agent) => key(chat.id, agent))
        : [],
    ),
  )
  const takes = new Map(facts.statuses.map(({ id, takesChats }) => [id as string, takesChats ? 1 : 0]))
  for (const { agent_id, status, takes_chats } of facts.presence)
    if (takes.get(status) !== takes_chats) throw new Error(`${agent_id} has a status that says something else.`)
}

function isThere({ presence, now }: Facts, agent: ActorId) {
  const row = presence.find(({ agent_id }) => agent_id === agent)
  return row !== undefined && row.takes_chats === 1 && row.lease_until > now && row.active_until > now
}

function hasRoom({ offers, active, agents }: Facts, agent: ActorId) {
  const mine = ({ agent_id }: { agent_id: string }) => agent_id === agent
  const capacity = agents.find(({ id }) => id === agent)?.capacity ?? 0
  return forVisitors(offers).filter(mine).length + active.filter(mine).length < capacity
}

/** What a colleague asks takes no room. */
const forVisitors = (offers: Facts['offers']) => offers.filter(({ mode }) => mode !== 'colleague')

const groupOf = (chat: Chat) => chat.group?.id ?? everyone
const isMember = ({ members }: Facts, chat: Chat, agent: ActorId) =>
  members.some(({ group_id, agent_id }) => group_id === groupOf(chat) && agent_id === agent)

function settingsOf({ groups }: Facts, chat: Chat): GroupSettings {
  const group = groups.find(({ id }) => id === groupOf(chat))
  if (!group) return fail(chat, 'is in a group that there is not')
  return group.settings
}

function fail(chat: Chat, what: string): never {
  throw new Error(`Chat ${chat.id} ${what}: ${JSON.stringify(chat)}`)
}
