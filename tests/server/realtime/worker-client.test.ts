import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { runEngine, testApp } from './running-engine.ts'

/** What an extension's background does, in a worker thread with the globals of a web worker. */
const script = `
  const { parentPort, workerData } = require('node:worker_threads')
  globalThis.self = globalThis
  const Pusher = require(workerData.library)
  const client = new Pusher(workerData.key, {
    cluster: '', wsHost: '127.0.0.1', wsPort: workerData.port, forceTLS: false,
    enabledTransports: ['ws', 'wss'], activityTimeout: 20000,
  })
  const channel = client.subscribe('room')
  channel.bind_global((event, data) => parentPort.postMessage([event, data]))
`

test('pusher-js/worker, as the extension bundles it, subscribes and hears', async () => {
  const engine = await runEngine()
  const library = createRequire(import.meta.url).resolve('pusher-js/worker')
  const worker = new Worker(script, { eval: true, workerData: { library, key: testApp.key, port: engine.port } })
  onTestFinished(async () => void (await worker.terminate()))
  expect(await once(worker, 'message')).toEqual([['pusher:subscription_succeeded', {}]])
  await engine.library.trigger('room', 'ring', { chat: 1 })
  expect(await once(worker, 'message')).toEqual([['ring', { chat: 1 }]])
})
