import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import PusherJs from 'pusher-js'
import { expect, onTestFinished, test } from 'vitest'
import { parseRealtimeUrl } from '../../../server/realtime/realtime-url.ts'
import { remotePublisher } from '../../../server/realtime/remote-publisher.ts'
import { record, subscribed } from './browser-client.ts'
import { eventually } from './eventually.ts'
import { receiveWebhooks } from './webhook-receiver.ts'

const settings = { PORT: '0', REALTIME_APP_ID: '1', REALTIME_APP_KEY: 'key', REALTIME_APP_SECRET: 'hidden' }

function startEngine(environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['server/realtime/engine-main.ts'], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) return expect.fail('no output')
  const [line] = await once(createInterface(stdout), 'line')
  return Number(/:(\d+)$/.exec(String(line))?.[1])
}

test('an engine in its own process serves, reports and stops on SIGTERM', async () => {
  const receiver = await receiveWebhooks()
  const child = startEngine({ ...settings, REALTIME_WEBHOOK_URL: receiver.url })
  const port = await portOf(child)
  const publisher = remotePublisher(parseRealtimeUrl(`http://key:hidden@127.0.0.1:${port}/apps/1`))
  onTestFinished(() => publisher.close())
  const client = new PusherJs('key', {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
  })
  onTestFinished(() => client.disconnect())
  const heard = record(await subscribed(client, 'room'))
  await publisher.publish(['room'], 'news', { n: 1 })
  await eventually(() => heard).toEqual([['news', { n: 1 }]])

  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  expect(receiver.deliveries.map(({ rawBody }) => rawBody).join()).toContain('channel_vacated')
})

test.each([
  ['REALTIME_APP_SECRET', { ...settings, REALTIME_APP_SECRET: '' }],
  ['PORT', { ...settings, PORT: '70000' }],
  ['REALTIME_WEBHOOK_URL', { ...settings, REALTIME_WEBHOOK_URL: 'somewhere' }],
])('a wrong %s refuses to start, in one sentence without the secret', async (name, environment) => {
  const child = startEngine(environment)
  const [complaint, [code]] = await Promise.all([text(child.stderr ?? expect.fail()), once(child, 'exit')])
  expect(code).toBe(1)
  expect(complaint).toMatch(new RegExp(`^The realtime engine did not start: ${name} .*\\.\\n$`))
  expect(complaint).not.toContain('hidden')
})
