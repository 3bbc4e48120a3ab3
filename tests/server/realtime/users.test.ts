import { expect, test } from 'vitest'
import { signUser } from '../../../server/realtime/engine/signature.ts'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine, testApp } from './running-engine.ts'

test('after signing in a user hears what is sent to them, on each of their sockets', async () => {
  const engine = await runEngine()
  const heard: [string, unknown][][] = []
  for (const id of ['anna', 'anna', 'bert']) {
    const client = await connectClient(engine, { user: { id } })
    client.signin()
    await eventually(() => client.user.user_data).toEqual({ id })
    heard.push(record(client.user))
  }
  expect(engine.engine.stats().users).toBe(2)
  await engine.library.sendToUser('anna', 'ring', { chat: 1 })
  await engine.library.sendToUser('bert', 'marker', {})
  await eventually(() => heard).toEqual([[['ring', { chat: 1 }]], [['ring', { chat: 1 }]], [['marker', {}]]])
})

test('a user comes back by reconnecting: pusher-js signs in again', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine, { user: { id: 'anna' } })
  client.signin()
  await eventually(() => engine.engine.stats().users).toBe(1)
  client.disconnect()
  await eventually(() => engine.engine.stats().users).toBe(0)
  client.connect()
  await eventually(() => engine.engine.stats().users).toBe(1)
})

test('4009 ends a connection whose sign-in is forged', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine, { user: { id: 'mallory' }, forged: true })
  const heard = record(client.connection)
  client.signin()
  await eventually(() => client.connection.state).toBe('disconnected')
  expect(JSON.stringify(heard)).toContain('4009')
  expect(engine.engine.stats()).toMatchObject({ users: 0, signInsRefused: 1 })
})

test.each([
  ['that is no JSON', 'anna'],
  ['without an id', '{}'],
  ['with an id that is no text', '{"id":7}'],
  ['with an empty id', '{"id":""}'],
  ['with a watchlist that is no list', '{"id":"a","watchlist":"b"}'],
])('4009 ends a connection with user_data %s', async (_what, data) => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), data) })
  expect((await client.closed).code).toBe(4009)
})

test('a connection keeps its user', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), '{"id":"anna"}') })
  await client.settled()
  client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), '{"id":"anna"}') })
  await client.settled()
  expect(client.frames.filter(({ event }) => event === 'pusher:signin_success')).toHaveLength(2)
  client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), '{"id":"bert"}') })
  expect((await client.closed).code).toBe(4009)
})

test('terminating a user closes all their connections for good and nobody else', async () => {
  const engine = await runEngine()
  const clients = await Promise.all(['anna', 'anna', 'bert'].map((id) => connectClient(engine, { user: { id } })))
  for (const client of clients) client.signin()
  await eventually(() => engine.engine.stats().users).toBe(2)
  await subscribed(clients[2] ?? expect.fail(), 'room')
  await engine.library.terminateUserConnections('anna')
  await eventually(() => clients.map(({ connection }) => connection.state)).toEqual([
    'disconnected',
    'disconnected',
    'connected',
  ])
  expect(engine.engine.stats()).toMatchObject({ connections: 1, users: 1 })
})

test('a watchlist tells who is there, who comes and who goes, once per user', async () => {
  const engine = await runEngine()
  const bert = await connectClient(engine, { user: { id: 'bert' } })
  bert.signin()
  await eventually(() => engine.engine.stats().users).toBe(1)
  const anna = await connectClient(engine, { user: { id: 'anna', watchlist: ['bert', 'carla'] } })
  const heard: unknown[] = []
  anna.user.watchlist.bind('online', (event: unknown) => heard.push(event))
  anna.user.watchlist.bind('offline', (event: unknown) => heard.push(event))
  anna.signin()
  await eventually(() => heard).toEqual([
    { name: 'online', user_ids: ['bert'] },
    { name: 'offline', user_ids: ['carla'] },
  ])
  const second = await connectClient(engine, { user: { id: 'bert' } })
  second.signin()
  await eventually(() => second.user.user_data).toEqual({ id: 'bert' })
  bert.disconnect()
  second.disconnect()
  await eventually(() => heard.slice(2)).toEqual([{ name: 'offline', user_ids: ['bert'] }])
})

test('4302 refuses a watchlist of more than 100 and keeps the connection', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  const data = JSON.stringify({ id: 'anna', watchlist: Array.from({ length: 101 }, (_, index) => `user-${index}`) })
  client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), data) })
  await client.settled()
  expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:error', data: { code: 4302 } })
  expect(engine.engine.stats().users).toBe(0)
})
