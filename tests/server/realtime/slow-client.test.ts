import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { connectClient, record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { runEngine } from './running-engine.ts'
import { clientFrame, connectTcp } from './tcp-client.ts'

test('a client that does not read is disconnected and counted, while the others hear everything', async () => {
  const bound = 256 * 1024
  const engine = await runEngine({ limits: { bufferedBytes: bound } })
  const reader = await connectClient(engine)
  const heard = record(await subscribed(reader, 'news'))
  const slow = await connectTcp(engine)
  slow.pause()
  slow.write(clientFrame(1, Buffer.from('{"event":"pusher:subscribe","data":{"channel":"news"}}')))
  await eventually(() => engine.engine.stats().framesReceived).toBe(2)

  const text = JSON.stringify('x'.repeat(10_000))
  let published = 0
  while (engine.engine.stats().slowClients === 0) {
    engine.engine.publish(['news'], 'item', text)
    published++
    // Lets the client that does read keep up.
    await setImmediate()
    if (published > 20_000) expect.fail('the slow client was never noticed')
  }
  await eventually(() => engine.engine.stats().connections).toBe(1)
  await eventually(() => heard.length).toBe(published)
  expect(engine.engine.stats().slowClients).toBe(1)
  expect(reader.connection.state).toBe('connected')
})
