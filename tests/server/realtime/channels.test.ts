import { expect, test } from 'vitest'
import type { SubscriptionRequest } from '../../../server/realtime/engine/engine-state.ts'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { FakeClock } from './fake-clock.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine } from './running-engine.ts'
import { clientFrame, connectTcp } from './tcp-client.ts'

test.each(['room', 'private-room', 'presence-room', 'cache-room', 'private-cache-room', 'presence-cache-room'])(
  'pusher-js subscribes to %s and hears what the server library triggers',
  async (name) => {
    const engine = await runEngine()
    const client = await connectClient(engine, { member: { user_id: 'anna' } })
    const channel = await subscribed(client, name)
    const heard = record(channel)
    await engine.library.trigger(name, 'greeting', { text: 'Grüße 👋' })
    await eventually(() => heard).toContainEqual(['greeting', { text: 'Grüße 👋' }])
  },
)

test('an encrypted channel carries what only its subscribers can read', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine)
  const channel = await subscribed(client, 'private-encrypted-room')
  const spy = await connectRaw(engine)
  await spy.subscribe('private-encrypted-room')
  const heard = record(channel)
  await engine.library.trigger('private-encrypted-room', 'secret', { text: 'under four eyes' })
  await eventually(() => heard).toContainEqual(['secret', { text: 'under four eyes' }])
  await spy.settled()
  expect(JSON.stringify(spy.frames)).not.toContain('under four eyes')
})

test.each(['private-room', 'presence-room', 'private-encrypted-room', 'private-cache-room'])(
  'a forged signature does not open %s',
  async (name) => {
    const engine = await runEngine()
    const client = await connectClient(engine, { member: { user_id: 'mallory' }, forged: true })
    const heard = record(client.subscribe(name))
    await eventually(() => heard).toContainEqual([
      'pusher:subscription_error',
      { type: 'AuthError', error: expect.any(String), status: 401 },
    ])
    expect(engine.engine.channels()).toEqual([])
    expect(engine.engine.stats().subscriptionsRefused).toBe(1)
  },
)

test('the signature of one socket opens nothing for another', async () => {
  const engine = await runEngine()
  const anna = await connectRaw(engine)
  const mallory = await connectRaw(engine)
  const { auth } = engine.library.authorizeChannel(anna.socketId(), 'private-room')
  mallory.send({ event: 'pusher:subscribe', data: { channel: 'private-room', auth } })
  await mallory.settled()
  expect(mallory.frames.at(-2)).toMatchObject({ event: 'pusher:subscription_error', data: { status: 401 } })
})

test('a private subscription may carry channel_data, which is then part of what is signed', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe('private-room', '{"user_id":"anna"}')
  expect(engine.engine.channels()).toEqual(['private-room'])
})

test('after unsubscribing nothing more arrives', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine)
  const heard = record(await subscribed(client, 'one'))
  const other = record(await subscribed(client, 'two'))
  client.unsubscribe('one')
  await eventually(() => engine.engine.channels()).toEqual(['two'])
  await engine.library.trigger(['one', 'two'], 'marker', {})
  await eventually(() => other).toContainEqual(['marker', {}])
  expect(heard).toEqual([])
})

test('channels are left on the close frame, before the TCP connection is gone', async () => {
  const engine = await runEngine()
  const socket = await connectTcp(engine)
  socket.write(clientFrame(1, Buffer.from('{"event":"pusher:subscribe","data":{"channel":"room"}}')))
  await eventually(() => engine.engine.channels()).toEqual(['room'])
  socket.write(clientFrame(8, Buffer.from([0x03, 0xe8])))
  await eventually(() => engine.engine.channels()).toEqual([])
  expect(socket.writable).toBe(true)
})

test('subscribing twice is granted twice and heard once', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe('room')
  await client.subscribe('room')
  engine.engine.publish(['room'], 'greeting', '{}')
  await client.settled()
  expect(client.frames.filter(({ event }) => event === 'pusher_internal:subscription_succeeded')).toHaveLength(2)
  expect(client.frames.filter(({ event }) => event === 'greeting')).toHaveLength(1)
})

test.each([
  ['an empty name', ''],
  ['a space', 'a room'],
  ['more than 200 characters', 'r'.repeat(201)],
  ['a number sign that is no user channel', '#room'],
  ['the channel of another user', '#server-to-user-anna'],
])('a channel with %s is refused', async (_what, name) => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe(name)
  expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:subscription_error', channel: name })
  expect(engine.engine.channels()).toEqual([])
})

test('one connection cannot subscribe without bound', async () => {
  const engine = await runEngine({ limits: { channelsPerConnection: 2 } })
  const client = await connectRaw(engine)
  for (const name of ['one', 'two', 'three']) await client.subscribe(name)
  expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:subscription_error', data: { type: 'LimitReached' } })
  expect(engine.engine.channels()).toEqual(['one', 'two'])
})

test('a cache channel gives its last event to those who come later, and says so when it has none', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock, timings: { cache: 500 } })
  const first = await connectRaw(engine)
  await first.subscribe('cache-status')
  expect(first.frames.map(({ event }) => event)).toContain('pusher:cache_miss')
  engine.engine.publish(['cache-status'], 'status', '"old"')
  engine.engine.publish(['cache-status'], 'status', '"new"')
  const second = await connectRaw(engine)
  await second.subscribe('cache-status')
  expect(second.frames.filter(({ event }) => event === 'status')).toEqual([
    { event: 'status', channel: 'cache-status', data: '"new"' },
  ])
  clock.advance(501)
  const third = await connectRaw(engine)
  await third.subscribe('cache-status')
  expect(third.frames.map(({ event }) => event)).toContain('pusher:cache_miss')
})

test('who may subscribe is asked at subscription, for public channels too', async () => {
  const asked: SubscriptionRequest[] = []
  const engine = await runEngine({
    authorizeSubscription: async (request) => {
      asked.push(request)
      return request.channel !== 'closed'
    },
  })
  const client = await connectClient(engine, { member: { user_id: 'anna' } })
  await subscribed(client, 'presence-room')
  const heard = record(client.subscribe('closed'))
  await eventually(() => heard.map(([event]) => event)).toContain('pusher:subscription_error')
  expect(engine.engine.channels()).toEqual(['presence-room'])
  expect(asked[0]).toEqual({ socketId: client.connection.socket_id, channel: 'presence-room', userId: 'anna' })
})

test('an answer that fails or comes after the client has gone lets nobody in', async () => {
  const answers: ((granted: boolean) => void)[] = []
  const engine = await runEngine({
    authorizeSubscription: ({ channel }) => {
      if (channel === 'broken') throw new Error('no database')
      return new Promise((resolve) => answers.push(resolve))
    },
  })
  const client = await connectRaw(engine)
  await client.subscribe('broken')
  const refused = { event: 'pusher:subscription_error', channel: 'broken' }
  await eventually(() => client.frames).toContainEqual(expect.objectContaining(refused))
  await client.subscribe('cancelled')
  client.send({ event: 'pusher:unsubscribe', data: { channel: 'cancelled' } })
  await client.subscribe('left')
  client.socket.close()
  await client.closed
  await eventually(() => engine.engine.stats().connections).toBe(0)
  for (const resolve of answers) resolve(true)
  const next = await connectRaw(engine)
  await next.settled()
  expect(engine.engine.channels()).toEqual([])
})
