import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Realtime } from '#shared/contract/api.ts'
import type { ApiPerson } from './api-people.ts'
import type { TestServer } from './server.ts'

interface Frame {
  readonly event: string
  readonly channel?: string
  readonly data?: string
}

/**
 * A socket to the server's engine, with which this person subscribes.
 * @param answer of the session's route, which names the engine's key
 */
export async function aSocketOf(server: TestServer, person: ApiPerson, { realtime }: { readonly realtime: Realtime }) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/app/${realtime.key}?protocol=7`)
  const frames: Frame[] = []
  socket.on('message', (text) => frames.push(JSON.parse(String(text))))
  const count = (event: string, channel?: string) =>
    frames.filter((frame) => frame.event === event && frame.channel === channel).length
  const heard = (event: string, channel?: string, times = 1) =>
    expect.poll(() => count(event, channel), { message: `${event} on ${channel}` }).toBe(times)
  const send = (event: string, data: object) => socket.send(JSON.stringify({ event, data }))

  await heard('pusher:connection_established')
  const id: string = JSON.parse(frames[0]?.data ?? '{}').socket_id
  return {
    id,
    frames,
    send,
    heard,
    close: () => socket.close(),
    async subscribe(channel: string) {
      const permission = await person.api.authorizeChannel({ body: { socket_id: id, channel_name: channel } })
      send('pusher:subscribe', { channel, ...permission })
      await heard('pusher_internal:subscription_succeeded', channel)
    },
  }
}
