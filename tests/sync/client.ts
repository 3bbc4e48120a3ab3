import { createChatFeed } from '#shared/client/chat-feed.ts'
import { followInternal } from '#shared/client/follow-internal.ts'
import { createOutbox, type OutboxCommand } from '#shared/client/outbox.ts'
import { channels } from '#shared/contract/channels.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import type { Hint } from '#shared/contract/signals.ts'
import { type ClientStorage, feedStoreOn, outboxStoreOn } from './client-storage.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'
import type { RunningServer } from './server-under-test.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface ClientParts {
  readonly disk: ClientStorage
  readonly time: VirtualTime
  readonly random: Random
  readonly network: Network
  /** The process that answers at this moment, if one runs. */
  readonly server: () => RunningServer | null
  /** Collects what this client was told of, whatever it made of it. */
  readonly told: Set<string | null>
}

/**
 * A page of the visitor's or a worker of an agent's: the real feed and the real outbox on what its browser keeps. `kill` takes
 * its memory; whoever opens another client on the same disk goes on from there.
 */
export function openClient({ disk, time, random, network, server, told }: ClientParts) {
  const { me } = disk
  const end = { alive: true, online: true }
  const ignore = () => {}
  const wait = (ms: number) =>
    new Promise<void>((go) =>
      time.after(ms, () => {
        if (end.alive) go()
      }),
    )
  const pause = () => (random.chance(0.15) ? wait(random.between(0, 30)) : Promise.resolve())
  const ask = <T>(handle: (to: RunningServer) => Promise<T>) => {
    const to = server()
    return network.request(
      end,
      () => to !== null && to === server(),
      () => (to ? handle(to) : Promise.reject(new Error('no server'))),
    )
  }

  const tell = (events: readonly StoredEvent[]) => {
    for (const { clientId } of events) told.add(clientId)
  }

  const feed = createChatFeed(feedStoreOn(disk, pause), {
    async listEvents(stream, after) {
      const page = await ask((to) => to.listEvents(stream, after, me))
      tell(page.events)
      return page
    },
    async sync(logId, streams) {
      const answer = await ask((to) => to.sync(logId, streams, me))
      for (const { events } of answer.streams) tell(events)
      return answer
    },
    besides: followInternal,
  })
  const outbox = createOutbox({
    store: outboxStoreOn(disk, pause),
    async send(item) {
      const answer = await ask((to) => to.command(item, me))
      tell(answer.events)
      return answer
    },
    deliver: feed.deliver,
    wakeIn: (ms) => time.after(ms, kick),
    now: time.now,
    random: random.next,
  })
  function kick() {
    if (end.alive) outbox.kick().catch(ignore)
  }

  async function catchUp(tries = 1): Promise<void> {
    try {
      await feed.resume()
    } catch {
      if (tries === 6) return
      await wait(200 * 2 ** tries)
      if (end.online) await catchUp(tries + 1)
    }
  }

  /** The socket is subscribed (again): what came before is asked for, what waits is sent. */
  function connect() {
    end.online = true
    void catchUp()
    kick()
  }

  connect()
  return {
    disk,
    end,
    connect,
    /** Puts a command on the disk, and only then tries to send it. */
    enqueue(chatId: ChatId, command: OutboxCommand) {
      const item = { clientId: random.uuid() as ClientId, chatId, command, createdAt: time.now(), attempts: 0 }
      disk.outbox = [...disk.outbox, { ...item, order: ++disk.lastOrder, nextTryAt: 0, refusal: null }]
      kick()
    },
    listensOn: () =>
      me.kind === 'agent'
        ? [channels.agents, channels.agent(me.id)]
        : [...new Set([...disk.chats.keys(), ...disk.outbox.map(({ chatId }) => chatId)])].map(channels.chat),
    hear(hint: Hint) {
      tell(hint.events ?? [])
      feed.hint(hint).catch(() => void catchUp())
    },
    kill() {
      end.alive = false
    },
  }
}
export type Client = ReturnType<typeof openClient>
