import { expect, test } from 'vitest'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { FakeClock } from './fake-clock.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine } from './running-engine.ts'

test('S10: typing travels from one client to the other, and not back', async () => {
  const engine = await runEngine()
  const anna = await connectClient(engine)
  const bert = await connectClient(engine)
  const mine = await subscribed(anna, 'private-chat-1')
  const own = record(mine)
  const heard = record(await subscribed(bert, 'private-chat-1'))
  mine.trigger('client-typing', { on: true })
  await eventually(() => heard).toEqual([['client-typing', { on: true }]])
  engine.engine.publish(['private-chat-1'], 'marker', '{}')
  await eventually(() => own).toEqual([['marker', {}]])
})

test('on a presence channel the receiver learns who it was, from the server and not from the sender', async () => {
  const engine = await runEngine()
  const sender = await connectRaw(engine)
  await sender.subscribe('presence-team', '{"user_id":"anna"}')
  const receiver = await connectRaw(engine)
  await receiver.subscribe('presence-team', '{"user_id":"bert"}')
  sender.send({ event: 'client-wave', channel: 'presence-team', data: 1, user_id: 'bert' })
  await sender.settled()
  await receiver.settled()
  expect(receiver.frames).toContainEqual({ event: 'client-wave', channel: 'presence-team', data: 1, user_id: 'anna' })
})

test.each([
  ['on a public channel', 'room', 'client-x', 1],
  ['on an encrypted channel', 'private-encrypted-room', 'client-x', 1],
  ['on a channel it has not joined', 'private-other', 'client-x', 1],
  ['with a name of more than 200 characters', 'private-room', `client-${'x'.repeat(200)}`, 1],
  ['with more than 10 kB of data', 'private-room', 'client-x', 'x'.repeat(10_240)],
])('4301 refuses a client event %s and keeps the connection', async (_what, channel, event, data) => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  const other = await connectRaw(engine)
  for (const name of ['room', 'private-encrypted-room', 'private-room']) {
    await client.subscribe(name)
    await other.subscribe(name)
  }
  await other.subscribe('private-other')
  client.send({ event, channel, data })
  await client.settled()
  await other.settled()
  expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:error', channel, data: { code: 4301 } })
  expect(other.frames.map((frame) => frame.event)).not.toContain(event)
  expect(engine.engine.stats().clientEventsRefused).toBe(1)
})

test('ten client events per second and connection; the next ones are refused, and time brings new ones', async () => {
  const clock = new FakeClock()
  const engine = await runEngine({ clock })
  const sender = await connectRaw(engine)
  const receiver = await connectRaw(engine)
  await sender.subscribe('private-room')
  await receiver.subscribe('private-room')
  for (let count = 0; count < 15; count++) sender.send({ event: 'client-x', channel: 'private-room', data: count })
  await sender.settled()
  clock.advance(200)
  for (let count = 0; count < 3; count++) sender.send({ event: 'client-y', channel: 'private-room', data: count })
  await sender.settled()
  await receiver.settled()
  expect(receiver.frames.filter(({ event }) => event === 'client-x')).toHaveLength(10)
  expect(receiver.frames.filter(({ event }) => event === 'client-y')).toHaveLength(2)
  expect(sender.frames.filter(({ event }) => event === 'pusher:error')).toHaveLength(6)
})
