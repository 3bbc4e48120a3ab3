import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSocket, type SocketParts } from '../../widget/boot/socket.ts'
import { FakeSocket, lastSocket as socket } from './fake-socket.ts'

const ends: (() => void)[] = []

function open(more: Partial<SocketParts> = {}) {
  const parts = {
    realtime: { key: 'key', host: 'chat.example.com', port: 4400, tls: true },
    channel: 'private-chat-1',
    authorize: vi.fn(async () => ({ auth: 'key:signature' })),
    onRefused: vi.fn(),
    onSubscribed: vi.fn(),
    onEvent: vi.fn(),
    onState: vi.fn(),
    ...more,
  }
  const end = openSocket(parts)
  ends.push(end)
  return { ...parts, end }
}

async function connect(one: FakeSocket) {
  one.says('pusher:connection_established', { socket_id: '1.2', activity_timeout: 20 })
  await vi.advanceTimersByTimeAsync(0)
  one.says('pusher_internal:subscription_succeeded')
}

describe('the slim Pusher client', () => {
  beforeEach(() => {
    FakeSocket.all = []
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeSocket)
  })
  afterEach(() => {
    for (const end of ends.splice(0)) end()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('S5: subscribes with a signature, and then lets the feed resume', async () => {
    const line = open()
    expect(socket().url).toBe('wss://chat.example.com:4400/app/key?protocol=7&client=deskbell-widget&version=1')
    await connect(socket())
    expect(line.authorize).toHaveBeenCalledWith('1.2', 'private-chat-1')
    expect(socket().sent).toEqual([
      { event: 'pusher:subscribe', data: { channel: 'private-chat-1', auth: 'key:signature' } },
    ])
    expect(line.onSubscribed).toHaveBeenCalledOnce()
    expect(line.onState).toHaveBeenCalledExactlyOnceWith(true)
    socket().says('events', { lastSeq: 3 })
    expect(line.onEvent).toHaveBeenCalledExactlyOnceWith('events', { lastSeq: 3 })
  })

  it('answers a ping, asks a silent server once, and leaves it when it stays silent', async () => {
    const line = open()
    await connect(socket())
    socket().says('pusher:ping')
    expect(socket().sent.at(-1)?.event).toBe('pusher:pong')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(socket().sent.at(-1)?.event).toBe('pusher:ping')
    socket().says('pusher:pong')
    await vi.advanceTimersByTimeAsync(20_000 + 9_999)
    expect(socket().closed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(socket().closed).toBe(true)
    expect(line.onState).toHaveBeenLastCalledWith(false)
  })

  it('comes back after a loss with growing delays, and after one that never opened', async () => {
    open()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(socket().closed).toBe(true)
    await vi.advanceTimersByTimeAsync(500)
    expect(FakeSocket.all).toHaveLength(2)
    socket().onclose?.()
    await vi.advanceTimersByTimeAsync(499)
    expect(FakeSocket.all).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(501)
    expect(FakeSocket.all).toHaveLength(3)
  })

  it('tells a refused signature, and tries again later', async () => {
    const refusal = new Error('refused')
    const line = open({ authorize: vi.fn(async () => Promise.reject(refusal)) })
    await connect(socket())
    expect(line.onRefused).toHaveBeenCalledExactlyOnceWith(refusal)
    expect(line.onSubscribed).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(500)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('gives up at once without a network, and comes back at once with it', async () => {
    const line = open()
    await connect(socket())
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    dispatchEvent(new Event('offline'))
    expect(line.onState).toHaveBeenLastCalledWith(false)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(FakeSocket.all).toHaveLength(1)
    dispatchEvent(new Event('online'))
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('stays closed once it was ended', async () => {
    const line = open()
    await connect(socket())
    line.end()
    dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(socket().closed).toBe(true)
    expect(FakeSocket.all).toHaveLength(1)
  })
})
