import { expect, test } from 'vitest'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine, testApp } from './running-engine.ts'
import { signedRequest } from './signed-request.ts'

test('an event goes to all of its channels, and not to the socket that is left out', async () => {
  const engine = await runEngine()
  const anna = await connectClient(engine)
  const bert = await connectClient(engine)
  const mine = record(await subscribed(anna, 'one'))
  const theirs = [record(await subscribed(bert, 'one')), record(await subscribed(bert, 'two'))]
  await engine.library.trigger(['one', 'two'], 'news', { n: 1 }, { socket_id: anna.connection.socket_id })
  await engine.library.trigger('one', 'marker', {})
  await eventually(() => mine).toEqual([['marker', {}]])
  await eventually(() => theirs).toEqual([
    [
      ['news', { n: 1 }],
      ['marker', {}],
    ],
    [['news', { n: 1 }]],
  ])
})

test('a batch goes out in its order', async () => {
  const engine = await runEngine()
  const heard = record(await subscribed(await connectClient(engine), 'room'))
  const batch = Array.from({ length: 10 }, (_, n) => ({ channel: 'room', name: 'item', data: { n } }))
  expect((await engine.library.triggerBatch(batch)).status).toBe(200)
  await eventually(() => heard).toEqual(batch.map((_, n) => ['item', { n }]))
})

test('a batch with one bad event sends none of it', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe('room')
  const good = { channel: 'room', name: 'item', data: '1' }
  const answer = await engine.engine.handleHttp(
    signedRequest(engine, 'POST', '/batch_events', { batch: [good, { ...good, channel: 'no room' }] }),
  )
  expect(answer.status).toBe(400)
  await client.settled()
  expect(client.frames.map(({ event }) => event)).not.toContain('item')
})

test('the occupied channels, their subscribers and members can be asked for', async () => {
  const engine = await runEngine()
  for (const user_id of ['anna', 'anna', 'bert']) {
    const client = await connectClient(engine, { member: { user_id } })
    await subscribed(client, 'presence-team')
  }
  await subscribed(await connectClient(engine), 'room')
  const get = async (path: string, params = {}) => (await engine.library.get({ path, params })).json()

  expect(await get('/channels')).toEqual({ channels: { 'presence-team': {}, room: {} } })
  expect(await get('/channels', { filter_by_prefix: 'presence-', info: 'user_count,subscription_count' })).toEqual({
    channels: { 'presence-team': { user_count: 2, subscription_count: 3 } },
  })
  expect(await get('/channels/presence-team', { info: 'user_count' })).toEqual({ occupied: true, user_count: 2 })
  expect(await get('/channels/nobody-here')).toEqual({ occupied: false })
  expect(await get('/channels/presence-team/users')).toEqual({ users: [{ id: 'anna' }, { id: 'bert' }] })
})

test('a trigger can ask what it reached', async () => {
  const engine = await runEngine()
  await subscribed(await connectClient(engine), 'room')
  const answer = await engine.library.trigger(['room', 'empty'], 'news', {}, { info: 'subscription_count' })
  expect(await answer.json()).toEqual({
    channels: { room: { subscription_count: 1 }, empty: { subscription_count: 0 } },
  })
  const batch = await engine.library.triggerBatch([
    { channel: 'room', name: 'news', data: {}, info: 'subscription_count' },
  ])
  expect(await batch.json()).toEqual({ batch: [{ subscription_count: 1 }] })
})

test('a user id may hold any characters, whether its sender signed it before or after encoding it', async () => {
  const engine = await runEngine()
  const encoded = `/users/${encodeURIComponent('Anna Ö')}/terminate_connections`
  const ways = [
    () => engine.library.terminateUserConnections('Anna Ö'),
    () => engine.engine.handleHttp(signedRequest(engine, 'POST', encoded, {})),
  ]
  for (const terminate of ways) {
    const client = await connectClient(engine, { user: { id: 'Anna Ö' } })
    client.signin()
    await eventually(() => engine.engine.stats().users).toBe(1)
    expect((await terminate()).status).toBe(200)
    await eventually(() => client.connection.state).toBe('disconnected')
  }
})

const event = { name: 'news', channel: 'room', data: '{}' }
test.each([
  [400, 'no channel', { name: 'news', data: '{}' }],
  [400, 'no name', { channel: 'room', data: '{}' }],
  [400, 'no data', { channel: 'room', name: 'news' }],
  [400, 'data that is no text', { ...event, data: {} }],
  [400, 'a bad channel', { ...event, channel: 'a room' }],
  [400, '101 channels', { ...event, channels: Array.from({ length: 101 }, (_, n) => `room-${n}`) }],
  [400, 'a long name', { ...event, name: 'n'.repeat(201) }],
  [400, 'a name of the protocol', { ...event, name: 'pusher:error' }],
  [400, 'a bad socket id', { ...event, socket_id: '1' }],
  [400, 'an unknown info', { ...event, info: 'everything' }],
  [413, 'more than 10 kB of data', { ...event, data: 'x'.repeat(10_241) }],
])('%i answers an event with %s', async (status, _what, body) => {
  const engine = await runEngine()
  const answer = await engine.engine.handleHttp(signedRequest(engine, 'POST', '/events', body))
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({ error: expect.stringMatching(/^\w.+\w/), code: status })
  expect(engine.engine.stats().requestsRefused).toBe(1)
})

test('10 kB of data pass', async () => {
  const engine = await runEngine()
  const body = { ...event, data: 'x'.repeat(10_240) }
  expect((await engine.engine.handleHttp(signedRequest(engine, 'POST', '/events', body))).status).toBe(200)
})

test('the server library is told of a refusal by its status', async () => {
  const engine = await runEngine()
  await expect(engine.library.trigger('room', 'news', 'x'.repeat(10_241))).rejects.toMatchObject({ status: 413 })
  await expect(engine.library.get({ path: '/channels', params: { info: 'user_count' } })).rejects.toMatchObject({
    status: 400,
  })
  await expect(engine.library.get({ path: '/channels/room/users' })).rejects.toMatchObject({ status: 400 })
})

test.each([
  ['another key', { key: 'other' }],
  ['another secret', { secret: 'other' }],
  ['a time that is over 10 minutes old', { timestamp: -601 }],
  ['a time that is over 10 minutes ahead', { timestamp: 602 }],
  ['another version', { version: '2.0' }],
  ['the digest of another body', { md5: '0'.repeat(32) }],
])('401 answers a request signed with %s', async (_what, change) => {
  const engine = await runEngine()
  const answer = await engine.engine.handleHttp(signedRequest(engine, 'POST', '/events', event, change))
  expect(answer.status).toBe(401)
})

test('a clock that is 9 minutes off still counts', async () => {
  const engine = await runEngine()
  const request = signedRequest(engine, 'POST', '/events', event, { timestamp: -540 })
  expect((await engine.engine.handleHttp(request)).status).toBe(200)
})

test('a signature for one request opens no other', async () => {
  const engine = await runEngine()
  const { search } = new URL(signedRequest(engine, 'GET', '/channels').url)
  const url = `http://127.0.0.1:${engine.port}/apps/${testApp.id}/channels/room${search}`
  expect((await fetch(url)).status).toBe(401)
})

test.each([
  [404, 'GET', '/nothing'],
  [404, 'GET', '/channels/room/members'],
  [405, 'GET', '/events'],
  [405, 'DELETE', '/channels'],
  [400, 'GET', '/channels/%ff'],
])('%i answers %s %s', async (status, method, path) => {
  const engine = await runEngine()
  const answer = await engine.engine.handleHttp(signedRequest(engine, method, path))
  expect(answer.status).toBe(status)
})

test('404 answers for an app that does not exist', async () => {
  const engine = await runEngine()
  const answer = await fetch(`http://127.0.0.1:${engine.port}/apps/1/channels`)
  expect(answer.status).toBe(404)
})

test('413 answers a body that is too long, whether it says so or not, without reading it to its end', async () => {
  const engine = await runEngine({ limits: { bodyBytes: 1_000 } })
  const url = `http://127.0.0.1:${engine.port}/apps/${testApp.id}/events`
  let sent = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 500
      controller.enqueue(new Uint8Array(500))
    },
  })
  const request = new Request(url, { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
  expect((await engine.engine.handleHttp(request)).status).toBe(413)
  expect(sent).toBeLessThan(5_000)
  const declared = await fetch(url, { method: 'POST', body: 'x'.repeat(1_001) })
  expect(declared.status).toBe(413)
})
