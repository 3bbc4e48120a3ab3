import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aClientId, anAdministrator, anAgent, aVisitor, aWaitingChat } from '../support/api-people.ts'
import type { DatabaseTarget } from '../support/databases.ts'
import { freshDatabase } from '../support/postgres.ts'
import { startServer } from '../support/server.ts'
import { startEcho } from './echo.ts'
import type { Figure, Measurement } from './figure.ts'
import { listenAs } from './listener.ts'
import { median, quantile } from './statistics.ts'

const warmUp = 100
const samples = 500

/**
 * From a visitor's composer to the point where the agent's screen would show it: client, HTTP, server process, log, embedded
 * engine, socket, feed. Against a raw WebSocket echo that makes one durable commit, taken in turns with it.
 */
export const messageLatency: Measurement = {
  name: 'A message from composer to screen',
  measure: async () => [...(await onSqlite()), ...(await onPostgres())],
}

async function onSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-echo-'))
  try {
    return await compare('sqlite', { kind: 'sqlite', folder }, {})
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function onPostgres() {
  const [ours, echos] = [await freshDatabase(), await freshDatabase()]
  try {
    return await compare('postgres', { kind: 'postgres', url: echos.url }, { databaseUrl: ours.url })
  } finally {
    await ours.remove()
    await echos.remove()
  }
}

async function compare(name: string, target: DatabaseTarget, options: { databaseUrl?: string }): Promise<Figure[]> {
  const server = await startServer(options)
  const echo = await startEcho(target)
  const agent = await anAgent(server, await anAdministrator(server))
  const visitor = await aVisitor(server)
  const chatId = await aWaitingChat(visitor)
  await agent.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
  const listener = await listenAs(agent, server)
  const ours: number[] = []
  const raw: number[] = []
  try {
    for (let i = 0; i < warmUp + samples; i++) {
      raw.push(await echo.roundTrip('How long does delivery take?'))
      const clientId = aClientId()
      const arrived = listener.until(clientId)
      const started = performance.now()
      const sent = visitor.api.sendMessage({
        params: { chatId },
        body: { clientId, text: 'How long does delivery take?' },
      })
      await arrived
      ours.push(performance.now() - started)
      await sent
    }
  } finally {
    listener.close()
    await echo.stop()
    await server.remove()
  }
  const [warm, base] = [ours.slice(warmUp), raw.slice(warmUp)]
  return [
    { name: `${name}, median`, value: median(warm), unit: 'ms' },
    { name: `${name}, 95 of 100 within`, value: quantile(warm, 0.95), unit: 'ms' },
    { name: `${name}, raw echo with one durable commit, median`, value: median(base), unit: 'ms' },
    { name: `${name}, ratio of the medians`, value: median(warm) / median(base), unit: '×', atMost: 3, aim: 1.5 },
  ]
}
