import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { connectRaw } from './raw-client.ts'
import { runEngine } from './running-engine.ts'
import { clientFrame, connectTcp } from './tcp-client.ts'

const patient = { limits: { malformedFrames: Number.POSITIVE_INFINITY } }

const notText = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.jsonValue()), fc.object())
const badData = fc.oneof(
  fc.jsonValue().filter((value) => typeof value !== 'object' || value === null),
  fc.array(fc.jsonValue()),
  fc.record({ channel: notText }),
  fc.constant({}),
)
const badFrame = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 4 }),
  fc.record({ event: notText, data: fc.jsonValue() }).map((frame) => JSON.stringify(frame)),
  fc
    .record({ event: fc.string({ unit: 'binary' }), channel: fc.string(), data: fc.jsonValue() })
    .map((frame) => JSON.stringify(frame)),
  fc
    .record({
      event: fc.constantFrom('pusher:subscribe', 'pusher:unsubscribe', 'pusher:signin'),
      data: fc.oneof(
        badData,
        badData.map((data) => JSON.stringify(data)),
      ),
    })
    .map((frame) => JSON.stringify(frame)),
  fc
    .record({ event: fc.string().map((name) => `client-${name}`), channel: notText, data: fc.jsonValue() })
    .map((frame) => JSON.stringify(frame)),
  fc
    .record({ event: fc.string().map((name) => `client-${name}`), channel: fc.string(), data: fc.jsonValue() })
    .map((frame) => JSON.stringify(frame)),
  fc
    .record({ channel: fc.string({ unit: 'binary' }).map((name) => `${name} `), auth: fc.string() })
    .map((data) => JSON.stringify({ event: 'pusher:subscribe', data })),
)

test('thousands of malformed frames: each is refused with an error, none is believed, the connection goes on', async () => {
  const engine = await runEngine(patient)
  const client = await connectRaw(engine)
  await fc.assert(
    fc.asyncProperty(fc.array(badFrame, { minLength: 20, maxLength: 20 }), async (bad) => {
      client.frames.length = 0
      for (const frame of bad) client.send(frame)
      await client.settled()
      const refusals = client.frames.slice(0, -1)
      expect(refusals).toHaveLength(bad.length)
      for (const { event, data } of refusals) {
        expect(['pusher:error', 'pusher:subscription_error']).toContain(event)
        expect(data).toHaveProperty(event === 'pusher:error' ? 'message' : 'error', expect.stringMatching(/^\w.+\w/))
      }
    }),
    { numRuns: 100 },
  )
  expect(engine.engine.stats()).toMatchObject({ connections: 1, channels: 0, users: 0 })
  expect(engine.engine.stats().malformedFrames).toBeGreaterThan(1_000)
})

test('random bytes in place of WebSocket frames end that connection and no other', async () => {
  const engine = await runEngine()
  const bystander = await connectClient(engine)
  const heard = record(await subscribed(bystander, 'room'))
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      const socket = await connectTcp(engine)
      socket.end(bytes)
      await eventually(() => engine.engine.stats().connections).toBe(1)
      socket.destroy()
    }),
    { numRuns: 200 },
  )
  engine.engine.publish(['room'], 'still', '"here"')
  await eventually(() => heard).toEqual([['still', 'here']])
})

test.each([
  [
    '1009',
    'longer than 64 kB',
    'oversizedFrames',
    () => clientFrame(1, Buffer.alloc(65_535, 120)),
    { frameBytes: 65_534 },
  ],
  ['1007', 'not UTF-8', 'malformedFrames', () => clientFrame(1, Buffer.from([0xc3, 0x28])), {}],
  ['1002', 'with a reserved opcode', 'malformedFrames', () => clientFrame(3, Buffer.from('x')), {}],
] as const)(
  '%s closes a connection whose frame is %s, and it is counted',
  async (code, _what, counter, frame, limits) => {
    const engine = await runEngine({ limits })
    const socket = await connectTcp(engine)
    let answer = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk])
    })
    socket.write(frame())
    await eventually(() => answer.subarray(-2)).toEqual(Buffer.from([Number(code) >> 8, Number(code) & 0xff]))
    await eventually(() => engine.engine.stats().connections).toBe(0)
    expect(engine.engine.stats()[counter]).toBe(1)
  },
)

test('binary frames are refused', async () => {
  const client = await connectRaw(await runEngine())
  client.socket.send(Buffer.from('{"event":"pusher:ping"}'))
  await client.settled()
  expect(client.frames.slice(1).map(({ event }) => event)).toEqual(['pusher:error', 'pusher:pong'])
})

test('data nested beyond any use neither crashes nor is relayed', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  await client.subscribe('private-room')
  const nested = `${'['.repeat(32_000)}${']'.repeat(32_000)}`
  client.send(`{"event":"client-x","channel":"private-room","data":${nested}}`)
  client.send(`{"event":"pusher:signin","data":${nested}}`)
  await client.settled()
  expect(client.frames.slice(-3).map(({ event }) => event)).toEqual(['pusher:error', 'pusher:error', 'pusher:pong'])
})

test('names that JavaScript objects know by birth are names like others', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  for (const event of ['__proto__', 'constructor', 'toString']) client.send({ event, data: {} })
  for (const name of ['__proto__', 'constructor', 'toString']) await client.subscribe(name)
  await client.subscribe('presence-room', '{"user_id":"__proto__","user_info":{"__proto__":1}}')
  expect(engine.engine.channels()).toEqual(['__proto__', 'constructor', 'toString', 'presence-room'])
  expect(engine.engine.members('presence-room')).toEqual(['__proto__'])
  expect(client.frames.filter(({ event }) => event === 'pusher:error')).toHaveLength(3)
})

test('who sends nothing but rubbish is sent away with 4100', async () => {
  const engine = await runEngine()
  const client = await connectRaw(engine)
  for (let count = 0; count <= 100; count++) client.send('rubbish')
  expect((await client.closed).code).toBe(4100)
})
