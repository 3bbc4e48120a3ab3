import Pusher from 'pusher-js'
import { afterEach, describe, expect, test } from 'vitest'
import { channels } from '#shared/contract/channels.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import { presenceLease } from '#shared/contract/presence.ts'
import { realtimeEvents, type Signal } from '#shared/contract/signals.ts'
import { internalStream } from '#shared/contract/streams.ts'
import { type ApiPerson, aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { startDesk } from '../../support/desk.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const patience = 180_000
const whenItComes = { timeout: 90_000, interval: 20 }
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
async function listen({ port }: TestServer, person: ApiPerson, names: readonly string[]) {
  const { realtime } = await person.api.getSession({}).catch(() => person.api.getVisitorSession({}))
  const socket = new Pusher(realtime.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: realtime.port ?? port,
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

/** When the last offer to somebody ended, by the server's clock. */
async function endedAt(agent: ApiPerson, chatId: ChatId): Promise<number> {
  const { events } = await agent.api.listEvents({ params: { stream: internalStream(chatId) }, query: {} })
  return events.findLast(({ event }) => event.type === 'offer-ended')?.at ?? Infinity
}

async function aGroup(administrator: ApiPerson, members: readonly ApiPerson[]): Promise<GroupId> {
  const groupId = crypto.randomUUID() as string as GroupId
  const settings = { ...defaultGroupSettings, offer: 'one-by-one', answerWithin: 600 } as const
  const body = { name: 'One by one', settings, members: members.map(({ id }) => id) }
  await administrator.api.saveGroup({ params: { groupId }, body })
  return groupId
}

describe('a running server', { timeout: patience }, () => {
  test.each(['single', 'cluster'] as const)(
    'R1, A38: an agent who closes the browser is noticed by the socket, not by the lease, and the chat passes on (%s)',
    async (topology) => {
      const server = await startDesk(topology)
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
        .poll(() => page.signals.at(-1), whenItComes)
        .toMatchObject({ type: 'availability', groupId: group, available: true })
      const chatId = await ask(visitor, group)
      await expect.poll(() => rung(ben, chatId), whenItComes).toEqual({ now: [ada.id], offers: 1 })
      keepThere(ben)

      stop()
      await ada.api.renewPresence({ body: { idle: false } })
      const began = Date.now()
      browser.socket.disconnect()
      await expect.poll(() => rung(ben, chatId), whenItComes).toEqual({ now: [ben.id], offers: 2 })
      console.info(`${topology}: passed on ${Date.now() - began} ms after the browser was closed`)
      expect((await endedAt(ben, chatId)) - began).toBeLessThan(presenceLease.leaseFor)
      await expect
        .poll(() => screen.signals, whenItComes)
        .toContainEqual({ type: 'presence', agentId: ada.id, status: 'online', dot: 'black' })
    },
  )

  test.each(['the one that agent talks to', 'the other one'] as const)(
    'R1, S11: two processes on one PostgreSQL, %s killed: what it left passes on, or goes on',
    async (which) => {
      const database = await freshDatabase()
      ending.push(() => database.remove())
      const one = await startServer({ databaseUrl: database.url })
      ending.push(() => one.remove())
      const two = await startServer({ databaseUrl: database.url })
      ending.push(() => two.remove())
      const adaGoes = which === 'the one that agent talks to'
      const [dying, living] = adaGoes ? [one, two] : [two, one]
      const administrator = await anAdministrator(living)
      const ada = await anAgent(one, await anAdministrator(one), 'Ada')
      const ben = await anAgent(living, administrator, 'Ben')
      const visitor = await aVisitor(dying)
      const group = await aGroup(administrator, [ada, ben])
      keepThere(ada)
      const first = await ask(visitor, group)
      await expect.poll(() => rung(ben, first), whenItComes).toEqual({ now: [ada.id], offers: 1 })
      keepThere(ben)
      await expect
        .poll(async () => (await ben.api.listTeam({})).team.find(({ id }) => id === ben.id)?.dot, whenItComes)
        .toBe('green')

      // Chats that have just been asked for when it dies, at whatever point of being placed.
      const asked = await Promise.all(Array.from({ length: 3 }, () => ask(visitor, group)))
      await dying.kill9()
      const began = Date.now()
      // Whoever talks to the process that lives is still there, and still rung.
      const heirs = adaGoes ? [[ben.id]] : [[ada.id], [ben.id]]
      if (adaGoes) await expect.poll(async () => (await rung(ben, first)).now, whenItComes).toEqual([ben.id])
      else expect(await rung(ben, first)).toEqual({ now: [ada.id], offers: 1 })
      for (const chatId of asked)
        await expect.poll(async () => (await rung(ben, chatId)).now, whenItComes).toBeOneOf(heirs)
      console.info(`${which}: everything passed on ${Date.now() - began} ms after kill -9`)
    },
  )
})
