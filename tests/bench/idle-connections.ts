import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { createApiClient } from '#shared/client/api-client.ts'
import { startServer, type TestServer } from '../support/server.ts'
import type { Figure, Measurement } from './figure.ts'

const atOnce = 100

/** Connections that one server process holds while nothing happens, each on a channel of its own, and the memory of each. */
export const idleConnections: Measurement = {
  name: 'Idle visitors in one process',
  async measure() {
    const server = await startServer()
    const sockets: WebSocket[] = []
    try {
      const { realtime } = await createApiClient(server.url, fetch).openVisitorSession({ body: { name: 'Vera' } })
      const address = `ws://127.0.0.1:${server.port}/app/${realtime.key}?protocol=7`
      // The first connections load what all of them share.
      await grow(sockets, 200, address)
      const base = { held: sockets.length, memory: await memoryOf(server) }
      const figures: Figure[] = []
      for (const count of [1_000, 10_000]) {
        const hindrance = await grow(sockets, base.held + count, address)
        const held = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length - base.held
        const each = ((await memoryOf(server)) - base.memory) / held / 1_000
        const name = `${count.toLocaleString('en')} asked for`
        const bounds = count > 1_000 ? { atMost: 20, aim: 10 } : {}
        figures.push({ name: `${name}, held`, value: held, unit: 'connections', ...(hindrance && { note: hindrance }) })
        figures.push({ name: `${name}, memory of each`, value: each, unit: 'kB', ...bounds })
      }
      return figures
    } finally {
      for (const socket of sockets) socket.terminate()
      await server.remove()
    }
  },
}

/** Opens connections until there are that many. Gives what stopped it, if something did. */
async function grow(sockets: WebSocket[], count: number, address: string): Promise<string | null> {
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(atOnce, count - sockets.length) }, (_, i) =>
      open(address, sockets.length + i),
    )
    const opened = await Promise.allSettled(batch)
    for (const one of opened) if (one.status === 'fulfilled') sockets.push(one.value)
    const failed = opened.find((one) => one.status === 'rejected')
    if (failed) return `this machine allowed no more: ${failed.reason}`
  }
  return null
}

/** A connection that is subscribed to its own channel and answers pings, as an idle widget does. */
function open(address: string, number: number): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { perMessageDeflate: false })
    const send = (event: string, data: unknown) => socket.send(JSON.stringify({ event, data }))
    socket.on('error', reject)
    socket.on('message', (text) => {
      const { event } = JSON.parse(String(text)) as { event: string }
      if (event === 'pusher:connection_established') send('pusher:subscribe', { channel: `chat-${number}` })
      if (event === 'pusher:ping') send('pusher:pong', {})
      if (event === 'pusher_internal:subscription_succeeded') resolve(socket)
      if (event === 'pusher:error') reject(new Error(String(text)))
    })
  })
}

/** Resident memory of the server in bytes, once it has stopped changing by more than 1 %. */
async function memoryOf(server: TestServer): Promise<number> {
  let before = 0
  for (let tries = 0; tries < 30; tries++) {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    const now = Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
    if (Math.abs(now - before) < now / 100) return now
    before = now
    await setTimeout(500)
  }
  return before
}
