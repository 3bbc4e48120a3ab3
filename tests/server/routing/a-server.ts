import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { PersonsCommand } from '#shared/contract/commands.ts'
import { defaultGroupSettings, type GroupSettings, type StatusId } from '#shared/contract/groups.ts'
import { type ActorId, type ChatId, type ClientId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { chatQueries } from '../../../server/features/chats/queries.ts'
import { createGroups } from '../../../server/features/groups/groups.ts'
import { createAttendance } from '../../../server/features/presence/attendance.ts'
import { createPresence, type PresenceChange } from '../../../server/features/presence/presence.ts'
import { createStatuses } from '../../../server/features/presence/statuses.ts'
import { routeEvents } from '../../../server/features/routing/route-events.ts'
import { createRouting } from '../../../server/features/routing/routing.ts'
import { createLog } from '../../../server/log/log.ts'
import { chatTimer } from '../../../server/log/project-alarm.ts'
import type { Database } from '../../../server/store/database.ts'
import { createTimers } from '../../../server/timers/timers.ts'

export type Server = ReturnType<typeof aServer>

/**
 * Everything of one server process that routes, on a real database, with a clock that the test holds and nobody else turns:
 * `settle` waits for what follows a command at once, `beat` does what the process does every second.
 */
export function aServer(db: Database, clock: { now: number }) {
  const failures: unknown[] = []
  const onError = (what: string, error: unknown) => failures.push(new Error(`${what} failed.`, { cause: error }))
  const settle = async () => {
    await log.drain()
    if (failures.length) throw failures[0]
  }
  const now = () => clock.now
  const queries = chatQueries(db)
  const groups = createGroups(db)
  const statuses = createStatuses(db)
  const told: PresenceChange[] = []
  /** While true the process dies after each commit: nothing that should follow does. */
  const death = { now: false }
  const unlessDead = async (act: () => Promise<unknown>) => {
    if (death.now) throw new Error('This process has died.')
    await act()
  }
  const route = routeEvents({
    lookNow: (chatId) => unlessDead(() => timers.fire(chatTimer, chatId)),
    routing: () => ({
      seek: () => unlessDead(() => routing.seek()),
      endExcess: (agent) => unlessDead(() => routing.endExcess(agent)),
    }),
  })
  const log = createLog({
    db,
    reactions: [route],
    now,
    onError: (reaction, error) => {
      if (!death.now) onError(reaction, error)
    },
  })
  const routing = createRouting({ db, log, queries, groups, now })
  const attendance = createAttendance({
    presence: createPresence(db),
    statuses,
    routing,
    tell: async (change) => void told.push(change),
    now,
  })
  const timers = createTimers({
    db,
    now,
    handlers: { [chatTimer]: ({ key }) => routing.look(key as ChatId) },
    onError,
  })

  return {
    db,
    log,
    queries,
    groups,
    statuses,
    routing,
    attendance,
    timers,
    told,
    death,
    settle,
    async beat() {
      while (await timers.tick()) await log.drain()
      await attendance.lapse()
      await routing.sweep()
      await log.sweep()
      await settle()
    },
    command: (command: PersonsCommand, actor: Actor) => log.append(command, actor, randomUUID() as string as ClientId),
    async ask(group: GroupId = everyone, visitor: Actor = someVisitor()): Promise<ChatId> {
      const chatId = randomUUID() as string as ChatId
      const known = await groups.orEveryone(group)
      const page = { url: 'https://shop.example/', title: 'Shop' }
      const start = {
        type: 'start-chat',
        chatId,
        page,
        language: 'en',
        group: { id: known.id, name: known.name },
      } as const
      await log.append(start, visitor, randomUUID() as string as ClientId)
      return chatId
    },
    /** A group with these settings, which differ from the default, and members. */
    async group(change: Partial<GroupSettings>, members: readonly Actor[], id = randomUUID() as string as GroupId) {
      const settings = { ...defaultGroupSettings, ...change }
      await groups.save(id, { name: `Group ${id}`, settings, members: members.map((agent) => agent.id) }, clock.now)
      return id
    },
    /** An agent, with a capacity, and there from now on unless it is said otherwise. */
    async agent(name: string, { capacity = 5, there = true } = {}): Promise<Actor> {
      const id = await addAgent(db, name, capacity)
      const agent: Actor = { kind: 'agent', id, name }
      if (there) await attendance.renew(agent.id, sessionOf(agent), false)
      return agent
    },
    there: (agent: Actor, idle = false) => attendance.renew(agent.id, sessionOf(agent), idle),
    status: (agent: Actor, status: string) => attendance.choose(agent.id, status as StatusId),
    signOut: (agent: Actor) => attendance.signOut(agent.id, sessionOf(agent)),
    offersOf: async (chatId: ChatId) =>
      (await db.query.selectFrom('offer').select('agent_id').where('chat_id', '=', chatId).execute()).map(
        ({ agent_id }) => agent_id as ActorId,
      ),
  }
}

const sessionOf = ({ id }: Pick<Actor, 'id'>) => `session-of-${id}`
export const someVisitor = (): Actor => ({ kind: 'visitor', id: randomUUID() as string as ActorId, name: 'Vera' })

/** Without a password to sign in with, which takes long to make. */
async function addAgent(db: Database, name: string, capacity: number): Promise<ActorId> {
  const id = randomUUID()
  const account = {
    id,
    username: `${name}-${id}`,
    name,
    password_hash: '',
    role: 'agent',
    created_at: 0,
    capacity,
  } as const
  await db.query.insertInto('agent').values(account).execute()
  await db.query.insertInto('presence').values({ agent_id: id }).execute()
  await db.query.insertInto('group_member').values({ group_id: everyone, agent_id: id }).execute()
  const session = {
    kind: 'agent',
    actor_id: id,
    created_at: 0,
    expires_at: Number.MAX_SAFE_INTEGER,
    seen_at: 0,
  } as const
  await db.query
    .insertInto('session')
    .values({ token_hash: sessionOf({ id: id as string as ActorId }), ...session })
    .execute()
  return id as string as ActorId
}
