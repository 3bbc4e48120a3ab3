import { expect, test } from 'vitest'
import { embeddedPublisher } from '../../../server/realtime/embedded-publisher.ts'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine } from './running-engine.ts'

test('a revoked permission ends the subscription of that user at once, and of nobody else', async () => {
  const engine = await runEngine()
  const publisher = embeddedPublisher(engine.engine)
  const anna = await connectClient(engine, { member: { user_id: 'anna' } })
  const bert = await connectClient(engine, { member: { user_id: 'bert' } })
  const taken = record(await subscribed(anna, 'presence-chat-1'))
  const kept = record(await subscribed(bert, 'presence-chat-1'))

  await publisher.endSubscriptions('presence-chat-1', new Set(['anna']))
  await publisher.publish(['presence-chat-1'], 'message', { seq: 9 })
  await eventually(() => kept).toContainEqual(['message', { seq: 9 }])
  await eventually(() => taken.map(([event]) => event)).toContain('pusher:subscription_error')
  expect(taken.map(([event]) => event)).not.toContain('message')
  expect(await publisher.members('presence-chat-1')).toEqual(['bert'])
})

test('a private subscription can carry whose it is, and ends by that; nobody on the channel is told', async () => {
  const engine = await runEngine()
  const publisher = embeddedPublisher(engine.engine)
  const join = async (session: string) => {
    const client = await connectRaw(engine)
    await client.subscribe('private-chat-1', JSON.stringify({ user_id: session }))
    return client
  }
  const signedOut = await join('session-1')
  const kept = await join('session-2')
  kept.send({ event: 'client-wave', channel: 'private-chat-1', data: 1 })
  await kept.settled()
  await publisher.endSubscriptions('private-chat-1', new Set(['session-1']))
  await publisher.publish(['private-chat-1'], 'message', { seq: 9 })
  await signedOut.settled()
  await kept.settled()
  expect(kept.frames.map(({ event }) => event)).toContain('message')
  expect(signedOut.frames.slice(2).map(({ event }) => event)).toEqual([
    'pusher:pong',
    'client-wave',
    'pusher:subscription_error',
    'pusher:pong',
  ])
  expect(JSON.stringify(signedOut.frames)).not.toContain('session-2')
})

test('the old signature does not open the channel again; a new permission does', async () => {
  const engine = await runEngine()
  const publisher = embeddedPublisher(engine.engine)
  const client = await connectRaw(engine)
  const { auth } = publisher.authorizeChannel(client.socketId(), 'private-chat-1')
  const subscribe = { event: 'pusher:subscribe', data: { channel: 'private-chat-1', auth } }
  client.send(subscribe)
  await client.settled()
  expect(engine.engine.endSubscriptions('private-chat-1', ({ socketId }) => socketId === client.socketId())).toBe(1)

  client.send(subscribe)
  await client.settled()
  expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:subscription_error', data: { status: 403 } })
  expect(engine.engine.channels()).toEqual([])

  publisher.authorizeChannel(client.socketId(), 'private-chat-1')
  client.send(subscribe)
  await client.settled()
  expect(engine.engine.channels()).toEqual(['private-chat-1'])
})

test('a permission that is revoked while it is still being looked up is not granted', async () => {
  let grant = (_granted: boolean) => {}
  const engine = await runEngine({
    authorizeSubscription: () =>
      new Promise((resolve) => {
        grant = resolve
      }),
  })
  const client = await connectRaw(engine)
  await client.subscribe('private-chat-1')
  engine.engine.endSubscriptions('private-chat-1', () => true)
  grant(true)
  await client.settled()
  expect(engine.engine.channels()).toEqual([])
})
