import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectRaw } from './raw-client.ts'
import { type RunningEngine, runEngine, testApp } from './running-engine.ts'
import { signedRequest } from './signed-request.ts'

async function expectRefusal(answer: Response): Promise<void> {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await answer.json()).toEqual({ error: expect.stringMatching(/^\w.+\.$/), code: answer.status })
}

async function expectService(engine: RunningEngine): Promise<void> {
  const client = await connectRaw(engine)
  await client.subscribe('room')
  await engine.library.trigger('room', 'still', 'here')
  await client.settled()
  expect(client.frames.map(({ event }) => event)).toContain('still')
}

const badName = fc.oneof(
  fc.constant(''),
  fc.constant(undefined),
  fc.integer(),
  fc.string().map((text) => `pusher:${text}`),
)
const badChannel = fc.oneof(
  fc.constant(''),
  fc.constant('#room'),
  fc.string().map((text) => `${text} `),
  fc.string({ unit: 'binary', minLength: 1 }).map((text) => `${text}/`),
  fc.integer(),
  fc.constant(null),
)
const badEvent = fc.oneof(
  fc.record({ name: badName, channel: fc.constant('room'), data: fc.string() }),
  fc.record({ name: fc.constant('news'), channel: badChannel, data: fc.string() }),
  fc.record({ name: fc.constant('news'), channels: fc.array(badChannel), data: fc.string() }),
  fc.record({ name: fc.constant('news'), channel: fc.constant('room'), data: fc.oneof(fc.integer(), fc.object()) }),
  fc.record({
    name: fc.constant('news'),
    channel: fc.constant('room'),
    data: fc.constant(''),
    socket_id: fc.string().filter((text) => !/^\d+\.\d+$/.test(text)),
  }),
)
const badBody = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.startsWith('{')),
  fc.json(),
  badEvent.map((event) => JSON.stringify(event)),
  fc.array(badEvent, { minLength: 1, maxLength: 12 }).map((batch) => JSON.stringify({ batch })),
)

test('thousands of rightly signed requests with wrong bodies: each gets 4xx and a sentence, nothing is published', async () => {
  const engine = await runEngine()
  const listener = await connectRaw(engine)
  await listener.subscribe('room')
  const before = engine.engine.stats().framesSent
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/events', '/batch_events'), badBody, async (path, body) => {
      await expectRefusal(await engine.engine.handleHttp(signedRequest(engine, 'POST', path, body)))
    }),
    { numRuns: 3_000 },
  )
  expect(engine.engine.stats()).toMatchObject({ framesSent: before, requestsRefused: 3_000 })
  await expectService(engine)
})

const query = fc.oneof(
  fc.webQueryParameters(),
  fc
    .dictionary(
      fc.constantFrom('auth_key', 'auth_timestamp', 'auth_version', 'body_md5', 'auth_signature', 'info'),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(testApp.key, '1.0', String(Math.floor(Date.now() / 1000))),
      ),
    )
    .map((fields) =>
      Object.entries(fields)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&'),
    ),
)
const path = fc.oneof(
  fc.webPath(),
  fc.constantFrom('/events', '/batch_events', '/channels', '/channels/room', '/channels/room/users'),
  fc.webSegment().map((name) => `/channels/${name}`),
  fc.webSegment().map((name) => `/users/${name}/terminate_connections`),
)

test('a body nested beyond any use is refused', async () => {
  const engine = await runEngine()
  const nested = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
  for (const body of [nested, `{"batch":${nested}}`, `{"name":"news","channel":"room","data":${nested}}`]) {
    await expectRefusal(await engine.engine.handleHttp(signedRequest(engine, 'POST', '/events', body)))
  }
})

test('thousands of requests that nobody signed are refused with 4xx, whatever they ask', async () => {
  const engine = await runEngine()
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
  await fc.assert(
    fc.asyncProperty(methods, path, query, fc.uint8Array({ maxLength: 200 }), async (method, where, what, bytes) => {
      const url = `http://127.0.0.1/apps/${testApp.id}${where}?${what}`
      const body = method === 'GET' ? {} : { body: Buffer.from(bytes) }
      await expectRefusal(await engine.engine.handleHttp(new Request(url, { method, ...body })))
    }),
    { numRuns: 3_000 },
  )
  expect(engine.engine.stats().requestsRefused).toBe(3_000)
  await expectService(engine)
})

test('over the network too, rubbish is refused and the next request is served', async () => {
  const engine = await runEngine()
  await fc.assert(
    fc.asyncProperty(path, badBody, async (where, body) => {
      const url = `http://127.0.0.1:${engine.port}/apps/${testApp.id}${where}`
      await expectRefusal(await fetch(url, { method: 'POST', body }))
    }),
    { numRuns: 200 },
  )
  await expectService(engine)
})
