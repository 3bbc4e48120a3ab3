import { type Database, openDatabase } from '../../server/store/database.ts'
import { aChatId, aLog, aVisitor, carryOut, say, start } from '../server/log/a-log.ts'
import { databases } from '../support/databases.ts'
import type { Figure, Measurement } from './figure.ts'

const lasting = 4_000

/** Messages a second through the real log, each durable before it is acknowledged, one after the other and 16 at a time. */
export const appendThroughput: Measurement = {
  name: 'Appending to the log',
  async measure() {
    const figures: Figure[] = []
    for (const { name, open } of databases) {
      const { target, remove } = await open()
      const db = await openDatabase(target)
      for (const inFlight of [1, 16]) figures.push(await throughput(db, name, inFlight))
      await db.close()
      await remove()
    }
    return figures
  },
}

async function throughput(db: Database, name: string, inFlight: number): Promise<Figure> {
  const log = aLog(db, { reactions: [{ name: 'publish', handle: async () => {} }] })
  const visitor = aVisitor()
  let appended = 0
  let until = Number.POSITIVE_INFINITY
  let swept: Promise<unknown> = Promise.resolve()
  const sweeping = setInterval(() => {
    swept = log.sweep()
  }, 1_000)
  // Each in a chat of its own, as visitors are: only PostgreSQL can make use of that.
  const writer = async () => {
    const chatId = aChatId()
    await carryOut(log, start(chatId), visitor)
    for (; performance.now() < until; appended++)
      await carryOut(log, say(chatId, 'How long does delivery take?'), visitor)
  }
  until = performance.now() + lasting / 4
  await Promise.all(Array.from({ length: inFlight }, writer))
  appended = 0
  const started = performance.now()
  until = started + lasting
  await Promise.all(Array.from({ length: inFlight }, writer))
  const seconds = (performance.now() - started) / 1_000
  clearInterval(sweeping)
  await swept
  await log.drain()
  return { name: `${name}, ${inFlight} in flight`, value: appended / seconds, unit: 'messages/s' }
}
