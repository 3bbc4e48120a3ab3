import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { embeddedPublisher } from '../../../server/realtime/embedded-publisher.ts'
import type { Publisher } from '../../../server/realtime/publisher.ts'
import { parseRealtimeUrl } from '../../../server/realtime/realtime-url.ts'
import { remotePublisher } from '../../../server/realtime/remote-publisher.ts'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { type RunningEngine, runEngine, testApp } from './running-engine.ts'
import { receiveWebhooks } from './webhook-receiver.ts'

const drivers: Record<string, (engine: RunningEngine) => Publisher> = {
  embedded: ({ engine }) => embeddedPublisher(engine),
  remote: ({ target }) => {
    const publisher = remotePublisher(target)
    onTestFinished(() => publisher.close())
    return publisher
  },
}

describe.each(Object.entries(drivers))('%s publisher', (_name, open) => {
  test('S4: what is published reaches everybody but the socket that is left out', async () => {
    const engine = await runEngine()
    const publisher = open(engine)
    const anna = await connectClient(engine)
    const bert = await connectClient(engine)
    const mine = record(await subscribed(anna, 'private-chat-1'))
    const theirs = record(await subscribed(bert, 'private-chat-1'))
    await publisher.publish(['private-chat-1'], 'typing', { on: true }, anna.connection.socket_id)
    await publisher.publish(['private-chat-1'], 'message', { seq: 1, text: '"quoted" ✓' })
    const message = ['message', { seq: 1, text: '"quoted" ✓' }]
    await eventually(() => mine).toEqual([message])
    await eventually(() => theirs).toEqual([['typing', { on: true }], message])
  })

  test.each([['a text'], ['12'], [12], [null], [true], [[1, 2]], [{}]])('%j arrives as it was', async (value) => {
    const engine = await runEngine()
    const heard = record(await subscribed(await connectClient(engine), 'room'))
    await open(engine).publish(['room'], 'value', value)
    await eventually(() => heard).toEqual([['value', value]])
  })

  test('S4: over 10 kB nothing is sent, and the caller is told, so that the number alone can travel', async () => {
    const engine = await runEngine()
    const publisher = open(engine)
    const heard = record(await subscribed(await connectClient(engine), 'room'))
    const refusal = publisher.publish(['room'], 'message', { text: 'x'.repeat(10_240) })
    await expect(refusal).rejects.toMatchObject({ name: 'RealtimeRefusal', code: 'too-large' })
    await publisher.publish(['room'], 'message', { seq: 7 })
    await eventually(() => heard).toEqual([['message', { seq: 7 }]])
  })

  test('more than 100 channels are reached, each once', async () => {
    const engine = await runEngine()
    const client = await connectRaw(engine)
    const names = Array.from({ length: 205 }, (_, index) => `room-${index}`)
    for (const channel of names) client.send({ event: 'pusher:subscribe', data: { channel } })
    await client.settled()
    await open(engine).publish(names, 'news', {})
    await client.settled()
    const reached = client.frames.filter(({ event }) => event === 'news').map(({ channel }) => channel)
    expect(reached.toSorted()).toEqual(names.toSorted())
  })

  test.each([
    [['a room'], 'news'],
    [['#server-to-user-anna'], 'news'],
    [['room'], ''],
    [['room'], 'pusher:error'],
    [['room'], 'n'.repeat(201)],
  ])('%j with the event %j is refused before it leaves', async (channels, event) => {
    const engine = await runEngine()
    await expect(open(engine).publish(channels, event, {})).rejects.toMatchObject({ code: 'invalid' })
    expect(engine.engine.stats().requestsRefused).toBe(0)
  })

  test('users are reached, asked for and sent away', async () => {
    const engine = await runEngine()
    const publisher = open(engine)
    const client = await connectClient(engine, {
      userAuthentication: {
        transport: 'ajax',
        endpoint: '',
        customHandler: ({ socketId }, callback) => callback(null, publisher.authenticateUser(socketId, { id: 'anna' })),
      },
      channelAuthorization: {
        transport: 'ajax',
        endpoint: '',
        customHandler: ({ socketId, channelName }, callback) =>
          callback(null, publisher.authorizeChannel(socketId, channelName, { user_id: 'anna' })),
      },
    })
    client.signin()
    await eventually(() => client.user.user_data).toEqual({ id: 'anna' })
    const heard = record(client.user)
    await publisher.sendToUser('anna', 'ring', { chat: 1 })
    await eventually(() => heard).toEqual([['ring', { chat: 1 }]])

    await subscribed(client, 'presence-team')
    expect(await publisher.members('presence-team')).toEqual(['anna'])
    expect(await publisher.channels('presence-')).toEqual(['presence-team'])
    expect(await publisher.channels('private-')).toEqual([])

    await publisher.terminateUser('anna')
    await eventually(() => client.connection.state).toBe('disconnected')
  })

  test('a user whose permission is revoked hears no more', async () => {
    const engine = await runEngine()
    const publisher = open(engine)
    const client = await connectClient(engine, { user: { id: 'anna' } })
    client.signin()
    await eventually(() => engine.engine.stats().users).toBe(1)
    await subscribed(client, 'private-chat-1')
    await publisher.endSubscriptions('private-chat-1', new Set(['anna']))
    expect(await publisher.channels('private-chat-1')).toEqual([])
  })

  test('its signatures are those of the server library', async () => {
    const engine = await runEngine()
    const publisher = open(engine)
    const member = { user_id: 'anna', user_info: { name: 'Anna' } }
    const { library } = engine
    expect(publisher.authorizeChannel('1.2', 'private-a')).toEqual(library.authorizeChannel('1.2', 'private-a'))
    expect(publisher.authorizeChannel('1.2', 'presence-a', member)).toEqual(
      library.authorizeChannel('1.2', 'presence-a', member),
    )
    expect(publisher.authenticateUser('1.2', { id: 'anna' })).toEqual(library.authenticateUser('1.2', { id: 'anna' }))
  })

  test('it reads signed webhooks and no others', async () => {
    const receiver = await receiveWebhooks()
    const engine = await runEngine({ webhookUrl: receiver.url, webhookPace: { gather: 1 } })
    const client = await connectRaw(engine)
    await client.subscribe('presence-team', '{"user_id":"anna"}')
    await eventually(() => receiver.deliveries).toHaveLength(1)
    const { headers, rawBody } = receiver.deliveries[0] ?? expect.fail()
    const sent = { 'x-pusher-key': testApp.key, 'x-pusher-signature': String(headers['x-pusher-signature']) }
    const publisher = open(engine)
    expect(publisher.readWebhook(sent, rawBody)).toEqual([
      { name: 'channel_occupied', channel: 'presence-team' },
      { name: 'member_added', channel: 'presence-team', user_id: 'anna' },
    ])
    expect(publisher.readWebhook(sent, `${rawBody} `)).toBeUndefined()
    expect(publisher.readWebhook({ ...sent, 'x-pusher-key': 'other' }, rawBody)).toBeUndefined()
    expect(publisher.readWebhook({}, rawBody)).toBeUndefined()
  })
})

async function engineThatAnswers(status: number, body: string): Promise<Publisher> {
  const server = createServer((_request, response) => response.writeHead(status).end(body))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const publisher = remotePublisher(parseRealtimeUrl(`http://key:hidden@127.0.0.1:${port}/apps/1`))
  onTestFinished(() => publisher.close())
  return publisher
}

test.each([
  [200, '{"error":"Unauthorized","code":401}', 'refused'],
  [200, '{"code":404}', 'refused'],
  [200, '{"ok":false}', 'refused'],
  [302, '', 'refused'],
  [401, 'no', 'refused'],
  [413, '{"error":"Too big"}', 'too-large'],
  [500, '<html>', 'refused'],
])('an engine that answers %i %s has not published, and no secret is told', async (status, body, code) => {
  const publisher = await engineThatAnswers(status, body)
  const refusal = await publisher.publish(['room'], 'news', {}).catch((reason: unknown) => reason)
  expect(refusal).toMatchObject({ name: 'RealtimeRefusal', code })
  expect(JSON.stringify(refusal) + String(refusal)).not.toMatch(/hidden|auth_signature/)
})

test.each(['{}', '{"ok":true}', '{"channels":{}}'])('an engine that answers 200 %s has published', async (body) => {
  const publisher = await engineThatAnswers(200, body)
  await expect(publisher.publish(['room'], 'news', {})).resolves.toBeUndefined()
})

test('an engine that is not there is unreachable', async () => {
  const publisher = remotePublisher(parseRealtimeUrl('http://key:hidden@127.0.0.1:1/apps/1'))
  const refusal = await publisher.publish(['room'], 'news', {}).catch((reason: unknown) => reason)
  expect(refusal).toMatchObject({ code: 'unreachable' })
  expect(JSON.stringify(refusal) + String(refusal)).not.toMatch(/hidden|auth_signature/)
})
