import type { PresenceChannel } from 'pusher-js'
import { expect, test } from 'vitest'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine } from './running-engine.ts'

const anna = { user_id: 'anna', user_info: { name: 'Anna' } }
const bert = { user_id: 'bert', user_info: { name: 'Bert' } }

test('a user with two sockets comes once and goes once', async () => {
  const engine = await runEngine()
  const watcher = await connectClient(engine, { member: bert })
  const heard = record(await subscribed(watcher, 'presence-team'))
  const first = await connectClient(engine, { member: anna })
  await subscribed(first, 'presence-team')
  const second = await connectClient(engine, { member: anna })
  await subscribed(second, 'presence-team')
  expect(engine.engine.members('presence-team')).toEqual(['bert', 'anna'])

  first.disconnect()
  await eventually(() => engine.engine.stats().connections).toBe(2)
  await engine.library.trigger('presence-team', 'marker', {})
  await eventually(() => heard).toContainEqual(['marker', {}])
  second.disconnect()
  await eventually(() => heard).toHaveLength(3)
  expect(heard).toEqual([
    ['pusher:member_added', { id: 'anna', info: { name: 'Anna' } }],
    ['marker', {}],
    ['pusher:member_removed', { id: 'anna', info: { name: 'Anna' } }],
  ])
})

test('who comes gets the list of who is there, and itself in it', async () => {
  const engine = await runEngine()
  await subscribed(await connectClient(engine, { member: bert }), 'presence-team')
  const client = await connectClient(engine, { member: anna })
  const channel = (await subscribed(client, 'presence-team')) as PresenceChannel
  expect(channel.members.count).toBe(2)
  expect(channel.members.me).toEqual({ id: 'anna', info: { name: 'Anna' } })
  expect(channel.members.get('bert')).toEqual({ id: 'bert', info: { name: 'Bert' } })
})

test('a signed-in user needs no channel_data', async () => {
  const engine = await runEngine()
  const client = await connectClient(engine, { user: { id: 'carla', user_info: { name: 'Carla' } } })
  client.signin()
  const channel = (await subscribed(client, 'presence-team')) as PresenceChannel
  expect(channel.members.me).toEqual({ id: 'carla', info: { name: 'Carla' } })
  expect(engine.engine.members('presence-team')).toEqual(['carla'])
})

test('a user id that is a number stays a number', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe('presence-team', '{"user_id":7}')
  expect(JSON.parse(String(client.frames[1]?.data))).toEqual({
    presence: { ids: [7], hash: { 7: null }, count: 1 },
  })
})

test('a presence channel without a user id is refused', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  for (const data of [undefined, '{}', '{"user_id":null}', '{"user_id":""}', '[]', 'no json']) {
    await client.subscribe('presence-team', data)
    expect(client.frames.at(-2)).toMatchObject({ event: 'pusher:subscription_error', data: { type: 'AuthError' } })
  }
  expect(engine.engine.channels()).toEqual([])
})

test('a channel has a bound of members, and a member a bound of bytes', async () => {
  const engine = await runEngine({ limits: { presenceMembers: 1, memberBytes: 100 } })
  const client = await connectRaw(engine)
  await client.subscribe('presence-team', JSON.stringify({ user_id: 'a', user_info: 'x'.repeat(99) }))
  expect(client.frames.at(-2)).toMatchObject({ data: { type: 'LimitReached' } })
  await client.subscribe('presence-team', '{"user_id":"a"}')
  const other = await connectRaw(engine)
  await other.subscribe('presence-team', '{"user_id":"b"}')
  expect(other.frames.at(-2)).toMatchObject({ data: { type: 'LimitReached' } })
  const again = await connectRaw(engine)
  await again.subscribe('presence-team', '{"user_id":"a"}')
  expect(again.frames.at(-2)).toMatchObject({ event: 'pusher_internal:subscription_succeeded' })
})

test('leaving the channel is leaving the list', async () => {
  const engine = await runEngine()
  const watcher = await connectClient(engine, { member: bert })
  const heard = record(await subscribed(watcher, 'presence-team'))
  const client = await connectClient(engine, { member: anna })
  await subscribed(client, 'presence-team')
  client.unsubscribe('presence-team')
  await eventually(() => heard.map(([event]) => event)).toEqual(['pusher:member_added', 'pusher:member_removed'])
})

test('a full channel with long member infos can still be joined: a long list is not a slow client', async () => {
  const engine = await runEngine({ limits: { bufferedBytes: 10_000 } })
  const clients = await Promise.all(Array.from({ length: 20 }, () => connectRaw(engine)))
  for (const [index, client] of clients.entries()) {
    await client.subscribe('presence-team', JSON.stringify({ user_id: `${index}`, user_info: 'x'.repeat(1_900) }))
  }
  expect(engine.engine.members('presence-team')).toHaveLength(20)
  expect(engine.engine.stats()).toMatchObject({ connections: 20, slowClients: 0 })
})
