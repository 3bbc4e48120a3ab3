import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { openDatabase } from '../../server/store/database.ts'
import { aServer, type Server, someVisitor } from '../server/routing/a-server.ts'
import { databases } from '../support/databases.ts'
import type { Figure, Measurement } from './figure.ts'
import { median } from './statistics.ts'

const agents = 200
const waiting = 1_000
const samples = 60

/** From a visitor's request to the offer to one of 200 agents, with nobody else waiting and with 1,000 who do. */
export const placeChat: Measurement = {
  name: 'Placing a chat',
  async measure() {
    const figures: Figure[] = []
    for (const { name, open } of databases) {
      const { target, remove } = await open()
      const db = await openDatabase(target)
      figures.push(...(await placing(aServer(db, { now: Date.UTC(2026, 10, 20) }), name)))
      await db.close()
      await remove()
    }
    return figures
  },
}

async function placing(server: Server, database: string): Promise<Figure[]> {
  const members = []
  // Room for all who wait, and one more.
  for (let i = 0; i < agents; i++) members.push(await server.agent(`Agent ${i}`, { capacity: waiting / agents + 1 }))
  const group = await server.group({ offer: 'one-by-one' }, members)
  await server.beat()
  const alone = await timeToPlace(server, group)
  for (let i = 0; i < waiting; i++) {
    await server.ask(group)
    if (i % 50 === 0) await server.beat()
  }
  await server.beat()
  const among = await timeToPlace(server, group)
  return [
    { name: `${database}, nobody waiting, median`, value: alone, unit: 'ms' },
    { name: `${database}, ${waiting} waiting, median`, value: among, unit: 'ms' },
    { name: `${database}, ratio`, value: among / alone, unit: '×', aim: 1 },
  ]
}

/** Median ms. Each chat is ended before the next begins, so that as many wait each time. */
async function timeToPlace(server: Server, group: GroupId): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < samples + 10; i++) {
    const visitor = someVisitor()
    const started = performance.now()
    const chatId = await server.ask(group, visitor)
    await offered(server, chatId)
    // The first ones find nothing prepared.
    if (i >= 10) times.push(performance.now() - started)
    await server.settle()
    await server.command({ type: 'end-chat', chatId, rule: { policy: 'always', open: true } }, visitor)
    await server.settle()
  }
  return median(times)
}

async function offered(server: Server, chatId: ChatId) {
  while ((await server.offersOf(chatId)).length === 0) await new Promise(setImmediate)
}
