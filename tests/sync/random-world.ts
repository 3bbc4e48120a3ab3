import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Hint } from '#shared/contract/signals.ts'
import type { Database } from '../../server/store/database.ts'
import { type Client, openClient } from './client.ts'
import { type ClientStorage, emptyStorage, tidyUp } from './client-storage.ts'
import { faultyServer } from './faulty-server.ts'
import { judge } from './judge.ts'
import { aStorm, calm, createNetwork } from './network.ts'
import { people } from './people.ts'
import { random as seeded } from './random.ts'
import { virtualTime } from './virtual-time.ts'

/** Longer than the longest delay of a push and a reaction's second try. */
const calmAtLeast = 20_000
const calmAtMost = 180_000

/**
 * One random world: a visitor with two tabs, an agent, and an agent with two devices, on one server, all of them failing as the
 * seed says, and the agents talk to each other, too; then a calm in which everything must come right. Gives how many messages people wrote.
 */
export async function runWorld(seed: number, openDatabase: () => Promise<Database>): Promise<number> {
  const random = seeded(seed)
  const time = virtualTime(1_790_000_000_000)
  const network = createNetwork(time, random)
  const everybody = people(random)
  const person = (kind: Actor['kind'], name: string) => ({ kind, id: random.uuid() as ActorId, name })
  const [ada, ben] = [person('agent', 'Ada'), person('agent', 'Ben')]
  const disks = [person('visitor', 'Vera'), ada, ben, ben].map(emptyStorage)

  const clients: Client[] = []
  const told = new Set<string | null>()
  const servers = await faultyServer({
    open: openDatabase,
    time,
    random,
    outboxes: () => disks.flatMap(({ outbox }) => outbox),
    push(channels, data, isStale) {
      for (const { end, hear, listensOn } of clients)
        for (const channel of listensOn())
          if (channels.includes(channel)) network.push(end, () => isStale() || hear(data as Hint))
    },
    started() {
      for (const { end, connect } of clients)
        time.after(random.between(1, 500), () => end.alive && end.online && connect())
    },
  })
  await time.busy(servers.mustRun().hasAsked(random.uuid() as ChatId, random.uuid() as ClientId, ada, ben))
  const open = (disk: ClientStorage) => openClient({ disk, time, random, network, told, server: servers.running })
  const isSetBack = random.chance(0.4)
  // Both tabs of a browser share its disk, and here (harder than in the widget, where one leads) both write to it. Only when the
  // log becomes another must one do so alone, as FeedStore demands.
  clients.push(...(isSetBack ? disks : [...disks.slice(0, 1), ...disks]).map(open))

  function reopen(place: number) {
    clients[place]?.kill()
    const disk = clients[place]?.disk
    if (disk) clients[place] = open(disk)
  }

  const duration = random.between(10_000, 60_000)
  const storm = aStorm(random)
  let isOver = false
  const upTo = (most: number, what: () => void) => {
    for (let i = random.between(0, most); i > 0; i--)
      time.after(random.between(0, duration), () => servers.isQuiet() || what())
  }
  network.become(storm)
  upTo(60, () => {
    const client = random.pick(clients)
    if (client?.end.alive) everybody.act(client)
  })
  upTo(4, () => {
    const place = random.between(0, clients.length - 1)
    clients[place]?.kill()
    time.after(random.between(1, 8_000), () => reopen(place))
  })
  upTo(4, () => {
    const client = random.pick(clients)
    if (!client) return
    client.end.online = false
    time.after(random.between(1, 15_000), () => client.end.alive && client.connect())
  })
  upTo(3, servers.crash)
  if (isSetBack) {
    time.after(random.between(0, duration / 2), servers.backUp)
    time.after(random.between(duration / 2, duration), () => {
      const hush = () => {
        network.become(calm)
        // What a client no longer resumes it does not name, so S7 cannot say of it that it is of the history that is gone.
        for (const disk of disks) tidyUp(disk)
        for (const place of clients.keys()) reopen(place)
      }
      servers.setBack(random.chance(0.7), hush, () => isOver || network.become(storm))
    })
  }

  try {
    await time.runUntil(time.now() + duration)
    isOver = true
    network.become(calm)
    await servers.recover()
    clients.forEach((client, place) => {
      if (client.end.alive && random.chance(0.5)) client.connect()
      else reopen(place)
    })
    const calmSince = time.now()
    const isWaiting = () => disks.some(({ outbox }) => outbox.some(({ refusal }) => refusal === null))
    do await time.runUntil(time.now() + 5_000)
    while (time.now() < calmSince + calmAtLeast || (isWaiting() && time.now() < calmSince + calmAtMost))
    const { db, logId } = servers.mustRun()
    await judge({ db, logId, disks, typed: everybody.typed, lostWithTheOldLog: servers.textsLost(told) })
  } finally {
    for (const client of clients) client.kill()
    await servers.stop()
  }
  return everybody.typed.length
}
