import { expect, test } from 'vitest'
import { createEngine } from '../../../server/realtime/engine/engine.ts'
import { connectClient, openClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { FakeClock } from './fake-clock.ts'
import { connectRaw, rawClient } from './raw-client.ts'
import { runEngine, testApp } from './running-engine.ts'
import { connectTcp } from './tcp-client.ts'

test('pusher-js connects and gets a socket id', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine)
  expect(client.connection.socket_id).toMatch(/^\d+\.\d+$/)
  expect(engine.engine.stats().connections).toBe(1)
})

test('the client is told of 20 s of silence, within which an extension worker must hear something', async () => {
  const client = await connectRaw(await runEngine())
  const data = JSON.parse(String(client.frames[0]?.data))
  expect(data).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 20 })
})

test('pusher-js that finds silence pings and stays connected', async () => {
  const engine = await runEngine({ timings: { activity: 30, pong: 10_000, sweep: 5 } })
  const client = await connectClient(engine, { pongTimeout: 500 })
  const first = client.connection.socket_id
  const { framesSent } = engine.engine.stats()
  await eventually(() => engine.engine.stats().framesSent).toBeGreaterThan(framesSent + 5)
  expect(client.connection.socket_id).toBe(first)
})

test('pusher:ping is answered with pusher:pong', async () => {
  const client = await connectRaw(await runEngine())
  await client.settled()
  expect(client.frames.at(-1)?.event).toBe('pusher:pong')
})

test('a silent client is pinged after 20 s and closed with 4201 when it does not answer within 30 s', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock })
  const client = await connectRaw(engine)
  clock.advance(21_000)
  await eventually(() => client.frames.map(({ event }) => event)).toContain('pusher:ping')
  clock.advance(28_000)
  expect(engine.engine.stats().connections).toBe(1)
  clock.advance(2_000)
  expect((await client.closed).code).toBe(4201)
  expect(engine.engine.stats()).toMatchObject({ connections: 0, silentClients: 1 })
})

test('pusher-js answers the ping of the server and is kept', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock })
  const client = await connectClient(engine)
  await subscribed(client, 'room')
  const { framesReceived } = engine.engine.stats()
  clock.advance(21_000)
  await eventually(() => engine.engine.stats().framesReceived).toBe(framesReceived + 1)
  clock.advance(31_000)
  expect(engine.engine.stats()).toMatchObject({ connections: 1, silentClients: 0 })
})

test('a WebSocket ping counts as a sign of life, as the Node build of pusher-js sends it', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock })
  const client = await connectRaw(engine)
  clock.advance(15_000)
  const answered = new Promise((resolve) => client.socket.once('pong', resolve))
  client.socket.ping()
  await answered
  clock.advance(15_000)
  await client.settled()
  expect(client.frames.map(({ event }) => event)).not.toContain('pusher:ping')
})

test('a connection that is used for nothing is closed with 4202', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock, timings: { unused: 5_000 } })
  const idle = await connectRaw(engine)
  const busy = await connectRaw(engine)
  await busy.subscribe('room')
  clock.advance(6_000)
  expect((await idle.closed).code).toBe(4202)
  await busy.settled()
})

test('an app that wants users closes with 4009 who does not sign in', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock, app: { ...testApp, signInRequired: true } })
  const anonymous = await connectRaw(engine)
  const known = await connectClient(engine, { user: { id: 'anna' } })
  known.signin()
  await eventually(() => engine.engine.stats().users).toBe(1)
  clock.advance(31_000)
  expect((await anonymous.closed).code).toBe(4009)
  expect(known.connection.state).toBe('connected')
})

const key = testApp.key
test.each([
  ['4000', 'without TLS where the app wants it', { app: { ...testApp, tlsOnly: true } }, `/app/${key}?protocol=7`],
  ['4001', 'with an unknown key', {}, '/app/other?protocol=7'],
  ['4003', 'to a disabled app', { app: { ...testApp, enabled: false } }, `/app/${key}?protocol=7`],
  ['4004', 'beyond the quota of the app', { app: { ...testApp, maxConnections: 0 } }, `/app/${key}?protocol=7`],
  ['4005', 'at another path', {}, `/app/${key}/more?protocol=7`],
  ['4006', 'with a version that is no number', {}, `/app/${key}?protocol=seven`],
  ['4007', 'with a version we do not speak', {}, `/app/${key}?protocol=4`],
  ['4008', 'without a version', {}, `/app/${key}`],
  ['4100', 'when the server is full', { limits: { connections: 0 } }, `/app/${key}?protocol=7`],
])('%s refuses who connects %s', async (code, _how, options, path) => {
  const engine = await runEngine(options)
  const client = rawClient(engine, path)
  expect(await client.closed).toEqual({ code: Number(code), reason: expect.stringMatching(/\w+ .*\w/) })
  expect(client.frames).toEqual([{ event: 'pusher:error', data: { code: Number(code), message: expect.any(String) } }])
  expect(engine.engine.stats()).toMatchObject({ connections: 0, connectionsRefused: 1 })
})

test('pusher-js gives up for good on 4001 and says why', async () => {
  const engine = await runEngine({ app: { ...testApp, key: 'another-key' } })
  const client = openClient(engine)
  const heard = record(client.connection)
  await eventually(() => client.connection.state).toBe('disconnected')
  expect(JSON.stringify(heard)).toContain('4001')
})

test('S8: closing the engine sends pusher-js away with 4200; it reconnects to the next one and subscribes again', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine)
  const channel = await subscribed(client, 'private-chat-1')
  const first = client.connection.socket_id
  const next = createEngine({ app: testApp })
  engine.replaceBy(next)
  await engine.engine.close()
  await eventually(() => next.channels()).toEqual(['private-chat-1'])
  expect(client.connection.socket_id).not.toBe(first)
  const heard = record(channel)
  next.publish(['private-chat-1'], 'changed', '{"seq":2}')
  await eventually(() => heard).toContainEqual(['changed', { seq: 2 }])
})

test('a closed engine takes no new connections', async () => {
  const engine = await runEngine()
  await engine.engine.close()
  const client = rawClient(engine)
  const refusal = await new Promise<Error>((resolve) => client.socket.once('error', resolve))
  expect(refusal.message).toContain('503')
})

test('closing does not wait for a client that never answers', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock })
  await connectTcp(engine)
  const closed = engine.engine.close()
  clock.advance(2_000)
  await closed
  expect(engine.engine.stats().connections).toBe(0)
})

test('upgrades outside /app are left to others', async () => {
  const engine = await runEngine()
  const client = rawClient(engine, '/elsewhere')
  const refusal = await new Promise<Error>((resolve) => client.socket.once('error', resolve))
  expect(refusal.message).toContain('404')
})
