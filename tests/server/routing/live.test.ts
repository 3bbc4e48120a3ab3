import Pusher from 'pusher-js'
import { afterEach, describe, expect, test } from 'vitest'
import { channels } from '#shared/contract/channels.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import { presenceLease } from '#shared/contract/presence.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import { internalStream } from '#shared/contract/streams.ts'
import { type ApiPerson, aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const patience = 120_000
const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

/** Keeps an agent there as an extension does, until it is told to stop. */
function keepThere(agent: ApiPerson): () => void {
  const renew = () => void agent.api.renewPresence({ body: { idle: false } }).catch(() => {})
  renew()
  const timer = setInterval(renew, presenceLease.renewEvery)
  const stop = () => clearInterval(timer)
  ending.push(stop)
  return stop
}

/** A socket with subscriptions, as an extension or a page has it; and the signals that it hears. */
async function listen(server: TestServer, person: ApiPerson, names: readonly string[]) {
  const { realtime } = await person.api.getSession({}).catch(() => person.api.getVisitorSession({}))
  const socket = new Pusher(realtime.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: server.port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, callback) => {
        const body = { socket_id: socketId, channel_name: channelName }
        person.api.authorizeChannel({ body }).then(
          (answer) => callback(null, answer as never),
          (error) => callback(error, null),
        )
      },
    },
  })
  ending.push(() => socket.disconnect())
  const signals: Signal[] = []
  await Promise.all(
    names.map(async (name) => {
      const channel = socket.subscribe(name)
      channel.bind(realtimeEvents.signal, (signal: Signal) => signals.push(signal))
      await new Promise((resolve, reject) => {
        channel.bind('pusher:subscription_succeeded', resolve)
        channel.bind('pusher:subscription_error', reject)
      })
    }),
  )
  return { socket, signals }
}

async function ask(visitor: ApiPerson, group: GroupId): Promise<ChatId> {
  const chatId = crypto.randomUUID() as string as ChatId
  const page = { url: 'https://shop.example/', title: 'Shop' }
  await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group } })
  return chatId
}

/** Who is rung, and how often somebody was. */
async function rung(agent: ApiPerson, chatId: ChatId) {
  const { events } = await agent.api.listEvents({ params: { stream: internalStream(chatId) }, query: {} })
  const offers = events.flatMap(({ event }) => (event.type === 'chat-offered' ? [event.agents] : []))
  return { now: (offers.at(-1) ?? []) as ActorId[], offers: offers.length }
}

async function aGroup(administrator: ApiPerson, members: readonly ApiPerson[]): Promise<GroupId> {
  const groupId = crypto.randomUUID() as string as GroupId
  const settings = { ...defaultGroupSettings, offer: 'one-by-one', answerWithin: 600 } as const
  const body = { name: 'One by one', settings, members: members.map(({ id }) => id) }
  await administrator.api.saveGroup({ params: { groupId }, body })
  return groupId
}

describe('a running server', () => {
  test(
    'R1, A38: an agent who closes the browser is noticed by the socket, not by the lease, and the chat passes on',
    async () => {
      const server = await startServer()
      ending.push(() => server.remove())
      const administrator = await anAdministrator(server)
      const [ada, ben] = [await anAgent(server, administrator, 'Ada'), await anAgent(server, administrator, 'Ben')]
      const visitor = await aVisitor(server)
      const group = await aGroup(administrator, [ada, ben])
      const page = await listen(server, visitor, [channels.availability(group)])
      const screen = await listen(server, ben, [channels.agents, channels.agent(ben.id)])
      const browser = await listen(server, ada, [channels.agents, channels.agent(ada.id)])
      const stop = keepThere(ada)
      // W5: the button on a page follows.
      await expect
        .poll(() => page.signals.at(-1))
        .toMatchObject({ type: 'availability', groupId: group, available: true })
      const chatId = await ask(visitor, group)
      await expect.poll(() => rung(ben, chatId)).toEqual({ now: [ada.id], offers: 1 })
      keepThere(ben)

      await ada.api.renewPresence({ body: { idle: false } })
      stop()
      const began = Date.now()
      browser.socket.disconnect()
      await expect
        .poll(() => rung(ben, chatId), { timeout: 20_000, interval: 20 })
        .toEqual({ now: [ben.id], offers: 2 })
      const took = Date.now() - began
      console.info(`passed on ${took} ms after the browser was closed`)
      // The lease alone would take 10 s.
      expect(took).toBeLessThan(8_000)
      expect(screen.signals).toContainEqual({ type: 'presence', agentId: ada.id, status: 'online', dot: 'black' })
    },
    patience,
  )

  test(
    'R1, S11: two processes on one PostgreSQL, one killed: its agent’s chat passes on, and what it had begun goes on',
    async () => {
      const database = await freshDatabase()
      ending.push(() => database.remove())
      const dying = await startServer({ databaseUrl: database.url })
      ending.push(() => dying.remove())
      const living = await startServer({ databaseUrl: database.url })
      ending.push(() => living.remove())
      const administrator = await anAdministrator(living)
      const ada = await anAgent(dying, await anAdministrator(dying), 'Ada')
      const ben = await anAgent(living, administrator, 'Ben')
      const visitor = await aVisitor(dying)
      const group = await aGroup(administrator, [ada, ben])
      keepThere(ada)
      const first = await ask(visitor, group)
      await expect.poll(() => rung(ben, first)).toEqual({ now: [ada.id], offers: 1 })
      keepThere(ben)
      await expect
        .poll(async () => (await ben.api.listTeam({})).team.find(({ id }) => id === ben.id)?.dot)
        .toBe('green')

      // Chats that have just been asked for when it dies, at whatever point of being placed.
      const asked = await Promise.all(Array.from({ length: 3 }, () => ask(visitor, group)))
      await dying.kill9()
      const began = Date.now()
      for (const chatId of [first, ...asked]) {
        await expect.poll(async () => (await rung(ben, chatId)).now, { timeout: 30_000 }).toEqual([ben.id])
      }
      const took = Date.now() - began
      console.info(`everything passed on ${took} ms after kill -9`)
      // The lease, and the look at it every second; a busy machine takes its time.
      expect(took).toBeLessThan(15_000)
    },
    patience,
  )
})
