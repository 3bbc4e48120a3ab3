import Pusher from 'pusher'
import { expect, test } from 'vitest'
import type { WebhookEvent } from '../../../server/realtime/engine/webhook-event.ts'
import { eventually } from './eventually.ts'
import { FakeClock } from './fake-clock.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { type RunningEngine, runEngine, testApp } from './running-engine.ts'
import { receiveWebhooks, type WebhookReceiver } from './webhook-receiver.ts'

const expected = [
  { name: 'channel_occupied', channel: 'presence-cache-team' },
  { name: 'member_added', channel: 'presence-cache-team', user_id: 'anna' },
  { name: 'cache_miss', channel: 'presence-cache-team' },
  {
    name: 'client_event',
    channel: 'presence-cache-team',
    event: 'client-wave',
    data: '{"hand":"left"}',
    socket_id: expect.stringMatching(/^\d+\.\d+$/),
    user_id: 'anna',
  },
  { name: 'member_removed', channel: 'presence-cache-team', user_id: 'anna' },
  { name: 'channel_vacated', channel: 'presence-cache-team' },
]

async function visit(engine: RunningEngine): Promise<RawClient> {
  const client = await connectRaw(engine)
  await client.subscribe('presence-cache-team', '{"user_id":"anna"}')
  client.send({ event: 'client-wave', channel: 'presence-cache-team', data: { hand: 'left' } })
  await client.settled()
  client.socket.close()
  await eventually(() => engine.engine.stats().connections).toBe(0)
  return client
}

function events({ library }: RunningEngine, { deliveries }: WebhookReceiver): unknown[] {
  return deliveries.flatMap((delivery) => {
    const webhook = library.webhook(delivery)
    expect(webhook.isValid()).toBe(true)
    return webhook.getEvents()
  })
}

test('the server library accepts our webhooks, and they tell all that happened', async () => {
  const receiver = await receiveWebhooks()
  const engine = await runEngine({ webhookUrl: receiver.url, webhookPace: { gather: 1 } })
  await visit(engine)
  await eventually(() => events(engine, receiver)).toEqual(expected)
  const { deliveries } = receiver
  expect(
    Math.abs(
      engine.library
        .webhook(deliveries[0] ?? expect.fail())
        .getTime()
        .getTime() - Date.now(),
    ),
  ).toBeLessThan(60_000)
})

test('in one process webhooks are function calls', async () => {
  const heard: WebhookEvent[] = []
  await visit(await runEngine({ onWebhook: (events) => heard.push(...events) }))
  expect(heard).toEqual(expected)
})

test('a webhook signed with another secret is not accepted', async () => {
  const receiver = await receiveWebhooks()
  const app = { ...testApp, secret: 'another' }
  const engine = await runEngine({ app, webhookUrl: receiver.url, webhookPace: { gather: 1 } })
  const client = await connectRaw(engine)
  await client.subscribe('room')
  await eventually(() => receiver.deliveries).toHaveLength(1)
  const other = new Pusher({ appId: '1', key: testApp.key, secret: testApp.secret, host: '127.0.0.1' })
  expect(other.webhook(receiver.deliveries[0] ?? expect.fail()).isValid()).toBe(false)
})

test('events wait a little for company and travel together, in order', async () => {
  const clock = new FakeClock()
  const receiver = await receiveWebhooks()
  const engine = await runEngine({ clock, webhookUrl: receiver.url })
  await visit(engine)
  expect(receiver.deliveries).toHaveLength(0)
  clock.advance(50)
  await eventually(() => receiver.deliveries).toHaveLength(1)
  expect(events(engine, receiver)).toEqual(expected)
})

test('a refused webhook is tried again with growing pauses, as the same body, and nothing overtakes it', async () => {
  const clock = new FakeClock()
  const receiver = await receiveWebhooks()
  receiver.statuses.push(500, 404)
  const engine = await runEngine({ clock, webhookUrl: receiver.url, webhookPace: { eventsPerRequest: 4 } })
  await visit(engine)
  clock.advance(50)
  await eventually(() => [receiver.deliveries.length, clock.waiting]).toEqual([1, 1])
  clock.advance(999)
  expect(clock.waiting).toBe(1)
  clock.advance(1)
  await eventually(() => [receiver.deliveries.length, clock.waiting]).toEqual([2, 1])
  clock.advance(1_999)
  expect(clock.waiting).toBe(1)
  clock.advance(1)
  await eventually(() => receiver.deliveries).toHaveLength(4)
  const [first, second, third, fourth] = receiver.deliveries.map(({ rawBody }) => rawBody)
  expect([second, third]).toEqual([first, first])
  expect(JSON.parse(fourth ?? '').events).toEqual(expected.slice(4))
  const counts = { webhooksDelivered: 2, webhooksFailed: 2, webhookEventsDropped: 0 }
  await eventually(() => engine.engine.stats()).toMatchObject(counts)
})

test('tries and waiting events are bounded; what is given up is counted', async () => {
  const clock = new FakeClock()
  const receiver = await receiveWebhooks()
  receiver.statuses.push(500)
  const pace = { waiting: 4, tries: 1 }
  const engine = await runEngine({ clock, webhookUrl: receiver.url, webhookPace: pace })
  await visit(engine)
  expect(engine.engine.stats().webhookEventsDropped).toBe(2)
  clock.advance(50)
  await eventually(() => engine.engine.stats().webhookEventsDropped).toBe(6)
})

test('closing the engine sends what still waits', async () => {
  const clock = new FakeClock()
  const receiver = await receiveWebhooks()
  const engine = await runEngine({ clock, webhookUrl: receiver.url })
  const client = await connectRaw(engine)
  await client.subscribe('room')
  await engine.engine.close()
  expect(events(engine, receiver)).toEqual([
    { name: 'channel_occupied', channel: 'room' },
    { name: 'channel_vacated', channel: 'room' },
  ])
})
