import { expect, test } from 'vitest'
import { internalStream } from '#shared/contract/streams.ts'
import { liveOffers } from '#shared/domain/chat/offering.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aServer, type Server } from './a-server.ts'

const second = 1_000
/** Each of hundreds of agents is a transaction, and the machine may be busy. */
const patience = 120_000
const postgres = onBothDatabases.find(({ name }) => name === 'postgres')

/** Two processes on one PostgreSQL, as far as the database can tell: two pools of connections, nothing else in common. */
async function twoServers() {
  if (!postgres) throw new Error('There is no PostgreSQL among the databases to test on.')
  const { db, another } = await postgres.open()
  const clock = { now: Date.UTC(2026, 10, 20, 12) }
  const servers = [aServer(db, clock), aServer(await another(), clock)] as const
  const both = (act: (server: Server) => Promise<unknown>) => Promise.all(servers.map(act))
  return { servers, clock, both }
}

const typesIn = async (server: Server, chatId: Awaited<ReturnType<Server['ask']>>) =>
  (await readEvents(server.db.query, internalStream(chatId), 0)).map(({ event }) => event.type)

test(
  'R1: two processes: an offer’s end is noticed once, and the next agent is rung once',
  async () => {
    const { servers, clock, both } = await twoServers()
    const [one] = servers
    const agents = [await one.agent('Ada'), await one.agent('Ben'), await one.agent('Cy')]
    const group = await one.group({ offer: 'one-by-one', answerWithin: 10 }, agents)
    const chats = await Promise.all(Array.from({ length: 6 }, (_, i) => servers[i % 2 ? 1 : 0].ask(group)))
    await both((server) => server.settle())
    for (let turn = 0; turn < 2; turn++) {
      clock.now += 10 * second
      for (const agent of agents) await one.there(agent)
      await both((server) => server.beat())
    }
    for (const chatId of chats) {
      const types = await typesIn(one, chatId)
      expect(types).toEqual(['chat-offered', 'offer-ended', 'chat-offered', 'offer-ended', 'chat-offered'])
    }
  },
  patience,
)

test(
  'R1, R4: two processes that place 40 chats at once offer nobody more than they take, and no chat twice',
  async () => {
    const { servers, both } = await twoServers()
    const [one] = servers
    const agents = []
    for (let i = 0; i < 6; i++) agents.push(await one.agent(`Agent ${i}`, { capacity: 3 }))
    const group = await one.group({ offer: 'one-by-one' }, agents)
    const chats = await Promise.all(Array.from({ length: 40 }, (_, i) => servers[i % 2 ? 1 : 0].ask(group)))
    await both((server) => server.settle())
    await both((server) => server.beat())
    const rows = await one.db.query.selectFrom('offer').selectAll().execute()
    expect(rows).toHaveLength(6 * 3)
    for (const { id } of agents) expect(rows.filter(({ agent_id }) => agent_id === id)).toHaveLength(3)
    for (const chat of await one.queries.chats(chats)) expect(liveOffers(chat).length).toBeLessThanOrEqual(1)
  },
  patience,
)

test(
  'R3: two processes: of 200 who are all rung and accept at once exactly one wins',
  async () => {
    const { servers, both } = await twoServers()
    const [one] = servers
    const agents = []
    for (let i = 0; i < 200; i++) agents.push(await one.agent(`Agent ${i}`))
    const chatId = await one.ask()
    await both((server) => server.settle())
    expect(await one.offersOf(chatId)).toHaveLength(200)
    const answers = await Promise.all(
      agents.map((agent, i) => servers[i % 2 ? 1 : 0].command({ type: 'accept-chat', chatId }, agent)),
    )
    expect(answers.filter((answer) => !('refusal' in answer))).toHaveLength(1)
    await both((server) => server.settle())
    expect(await one.offersOf(chatId)).toEqual([])
  },
  patience,
)

test(
  'R1, S11: one of two processes dies: what it left undone, and the agents whose connections it held, pass on within 10 s',
  async () => {
    const { servers, clock } = await twoServers()
    const [dying, living] = servers
    const [ada, ben] = [await dying.agent('Ada'), await living.agent('Ben')]
    const group = await living.group({ offer: 'one-by-one', answerWithin: 600, order: 'round-robin' }, [ada, ben])
    await living.beat()
    // Ada is rung; then her process dies, and with it whatever would have told that she is there.
    const rung = await dying.ask(group)
    await dying.settle()
    const [first] = await living.offersOf(rung)
    dying.death.now = true
    const asked = await dying.ask(group)
    await dying.log.drain()
    expect(await living.offersOf(asked)).toEqual([])
    const heir = first === ada.id ? ben : ada
    for (let s = 0; s < 10; s++) {
      clock.now += second
      if (s % 4 === 3) await living.there(heir)
      await living.beat()
      if (s === 0) expect(await living.offersOf(asked)).toHaveLength(1)
    }
    expect(await living.offersOf(rung)).toEqual([heir.id])
    expect(await living.offersOf(asked)).toEqual([heir.id])
  },
  patience,
)
