import { once } from 'node:events'
import { WebSocket } from 'ws'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import { followInternal } from '#shared/client/follow-internal.ts'
import type { Actor } from '#shared/contract/actors.ts'
import { channels } from '#shared/contract/channels.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import { type Hint, realtimeEvents } from '#shared/contract/signals.ts'
import type { ApiPerson } from '../support/api-people.ts'
import type { TestServer } from '../support/server.ts'
import { emptyStorage, feedStoreOn } from '../sync/client-storage.ts'

/** An agent's client up to the point where a screen would show it: socket, real feed, store. */
export async function listenAs(agent: ApiPerson, server: TestServer) {
  const me: Actor = { kind: 'agent', id: agent.id, name: agent.name }
  const arrived = new Map<string, () => void>()
  const store = feedStoreOn(emptyStorage(me), async () => {})
  const told = {
    ...store,
    async append(stream: Parameters<typeof store.append>[0], events: readonly StoredEvent[]) {
      await store.append(stream, events)
      for (const { clientId } of events) arrived.get(clientId ?? '')?.()
    },
  }
  const feed = createChatFeed(told, {
    listEvents: (stream, after) => agent.api.listEvents({ params: { stream }, query: { after: String(after) } }),
    sync: (logId, streams) => agent.api.sync({ body: { logId, streams } }),
    besides: followInternal,
  })
  const { realtime } = await agent.api.getSession({})
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/app/${realtime.key}?protocol=7`)
  const frames: { event: string; data: string }[] = []
  const subscribed = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', async (text) => {
      const frame = JSON.parse(String(text)) as (typeof frames)[number]
      if (frame.event === 'pusher:connection_established') await subscribe(JSON.parse(frame.data).socket_id)
      if (frame.event === 'pusher:ping') socket.send(JSON.stringify({ event: 'pusher:pong', data: {} }))
      if (frame.event === 'pusher_internal:subscription_succeeded') resolve()
      if (frame.event === 'pusher:subscription_error') reject(new Error(`Not subscribed: ${frame.data}`))
      if (frame.event === realtimeEvents.hint) await feed.hint(JSON.parse(frame.data) as Hint)
    })
  })
  async function subscribe(socketId: string) {
    const channel = channels.agent(agent.id)
    const signed = await agent.api.authorizeChannel({ body: { socket_id: socketId, channel_name: channel } })
    socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, ...signed } }))
  }
  await once(socket, 'open')
  await subscribed
  await feed.resume()
  return {
    /** Resolves when the event of this command is in the store. */
    until: (clientId: string) =>
      new Promise<void>((resolve) => {
        arrived.set(clientId, () => {
          arrived.delete(clientId)
          resolve()
        })
      }),
    close: () => socket.terminate(),
  }
}
