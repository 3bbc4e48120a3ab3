import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#shared/contract/actors.ts'
import { type ChatId, everyone, type GroupId } from '#shared/contract/ids.ts'
import type { Database } from '../../../../server/store/database.ts'
import { aServer, type Server, someVisitor } from '../a-server.ts'

export interface KnownChat {
  readonly id: ChatId
  readonly visitor: Actor
}

/** A server, and everybody who comes and goes. What a step needs it names by a number; each number means somebody. */
export class World {
  readonly server: Server
  readonly clock: { now: number }
  readonly agents: Actor[] = []
  readonly groups: GroupId[] = [everyone]
  readonly statuses: string[] = ['online', 'away', 'busy', 'offline']
  chats: KnownChat[] = []
  /** The last ones that are over: their visitors may write again. */
  ended: KnownChat[] = []
  steps = 0
  /** Agents whose extension runs, and whether somebody is at it. */
  readonly there = new Map<Actor, { idle: boolean }>()

  /** When the settings of a group were last changed. */
  readonly changedAt = new Map<GroupId, number>()

  private constructor(server: Server, clock: { now: number }) {
    this.server = server
    this.clock = clock
  }

  static async begin(db: Database): Promise<World> {
    // A power cut is not among the things that happen here.
    await sql`pragma synchronous = off`.execute(db.query)
    const clock = { now: Date.UTC(2026, 10, 20, 8, 55) }
    const world = new World(aServer(db, clock), clock)
    for (let i = 0; i < 5; i++) {
      world.agents.push(await world.server.agent(`Agent ${i}`, { capacity: 1 + (i % 3), there: false }))
    }
    const [first, second] = [world.agents.slice(0, 3), world.agents.slice(2)]
    world.groups.push(await world.server.group({ offer: 'one-by-one', answerWithin: 20, proactive: 'asked' }, first))
    world.groups.push(
      await world.server.group({ offer: 'one-by-one', exhausted: 'callback', order: 'round-robin' }, second),
    )
    return world
  }

  agent = (i: number): Actor => pick(this.agents, i)
  group = (i: number): GroupId => pick(this.groups, i)
  chat = (i: number): KnownChat => pick(this.chats, i)

  async ask(group: GroupId) {
    const visitor = someVisitor()
    this.chats.push({ id: await this.server.ask(group, visitor), visitor })
  }

  async askColleague(from: Actor, { id, name }: Actor) {
    const chatId = randomUUID() as string as ChatId
    await this.server.command({ type: 'ask-colleague', chatId, to: { id, name }, text: 'Hello?' }, from)
    this.chats.push({ id: chatId, visitor: from })
  }

  /** A chat that an agent begins with somebody on the site, by the policy of the group. */
  async propose(agent: Actor, group: GroupId) {
    const visitor = someVisitor()
    const { id, name, settings } = await this.server.groups.orEveryone(group)
    const command = {
      type: 'propose-chat',
      chatId: randomUUID() as string as ChatId,
      visitor: { id: visitor.id, name: visitor.name },
      page: { url: 'https://shop.example/', title: 'Shop' },
      language: 'en',
      group: { id, name },
      asked: settings.proactive === 'asked',
      text: 'May I help you?',
    } as const
    await this.server.command(command, agent)
    this.chats.push({ id: command.chatId, visitor })
  }

  /** Chats that are over are of no interest, unless they are reopened. */
  async forgetEnded() {
    const open = await this.server.db.query.selectFrom('chat').select('id').where('phase', '!=', 'ended').execute()
    const ids = new Set(open.map(({ id }) => id as ChatId))
    this.ended = [...this.chats.filter(({ id }) => !ids.has(id)), ...this.ended].slice(0, 5)
    this.chats = this.chats.filter(({ id }) => ids.has(id))
  }

  /** Seconds go by; whoever is there says so, and the process does what it does all the time. */
  async pass(seconds: number) {
    // A lease is renewed in time, however long it takes until the next look.
    const stride = seconds > 20 ? 6 : 4
    for (let left = seconds; left > 0; left -= stride) {
      this.clock.now += Math.min(stride, left) * 1_000
      for (const [agent, { idle }] of this.there) await this.server.there(agent, idle)
      await this.server.beat()
    }
  }

  aStatus = () => randomUUID() as string
}

/** Any number means one of them. */
export function pick<T>(from: readonly T[], i: number): T {
  const one = from[i % from.length]
  if (one === undefined) throw new Error('There is none to pick.')
  return one
}
