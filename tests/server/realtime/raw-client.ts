import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { sign } from '../../../server/realtime/engine/signature.ts'
import { eventually } from './eventually.ts'
import { type RunningEngine, testApp } from './running-engine.ts'

export interface Frame {
  readonly event: string
  readonly channel?: string
  readonly data?: unknown
  readonly user_id?: unknown
}

export interface RawClient {
  readonly socket: WebSocket
  readonly frames: Frame[]
  readonly closed: Promise<{ code: number; reason: string }>
  readonly socketId: () => string
  readonly send: (frame: object | string) => void
  /** Waits until all that was sent so far has been answered. */
  readonly settled: () => Promise<void>
  readonly subscribe: (channel: string, channelData?: string) => Promise<void>
}

/** A bare WebSocket that speaks the protocol by hand, for what pusher-js would never do. */
export function rawClient({ port }: RunningEngine, path = `/app/${testApp.key}?protocol=7`): RawClient {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  const frames: Frame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  onTestFinished(() => socket.terminate())
  const send = (frame: object | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  const socketId = () => JSON.parse(String(frames[0]?.data)).socket_id as string
  const settled = async () => {
    const before = pongs(frames)
    send({ event: 'pusher:ping', data: {} })
    await eventually(() => pongs(frames)).toBe(before + 1)
  }
  return {
    socket,
    frames,
    closed,
    socketId,
    send,
    settled,
    subscribe: async (channel, channel_data) => {
      const signed = [socketId(), channel, ...(channel_data === undefined ? [] : [channel_data])].join(':')
      const auth = `${testApp.key}:${sign(testApp.secret, signed)}`
      send({ event: 'pusher:subscribe', data: { channel, auth, channel_data } })
      await settled()
    },
  }
}

export async function connectRaw(engine: RunningEngine, path?: string): Promise<RawClient> {
  const client = rawClient(engine, path)
  await eventually(() => client.frames.length).toBeGreaterThan(0)
  return client
}

function pongs(frames: readonly Frame[]): number {
  return frames.filter(({ event }) => event === 'pusher:pong').length
}
