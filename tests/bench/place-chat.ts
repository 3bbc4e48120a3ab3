import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
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
    for (const database of databases) figures.push(...(await compared(database)))
    return figures
  },
}

/** Taken in turns, so that a busy machine is busy for both. */
async function compared({ name, open }: (typeof databases)[number]): Promise<Figure[]> {
  const opened = [await open(), await open()]
  const desks = []
  for (const [i, { target }] of opened.entries()) desks.push(await aDesk(await openDatabase(target), i * waiting))
  const times: number[][] = desks.map(() => [])
  // The first ones find nothing prepared.
  for (let i = -10; i < samples; i++)
    for (const [which, desk] of desks.entries()) {
      const time = await timeToPlace(desk)
      if (i >= 0) times[which]?.push(time)
    }
  for (const { server } of desks) await server.db.close()
  for (const { remove } of opened) await remove()
  const [alone = 0, among = 0] = times.map(median)
  return [
    { name: `${name}, nobody waiting, median`, value: alone, unit: 'ms' },
    { name: `${name}, ${waiting} waiting, median`, value: among, unit: 'ms' },
    { name: `${name}, ratio`, value: among / alone, unit: '×', aim: 1 },
  ]
}

interface Desk {
  readonly server: Server
  readonly group: GroupId
}

/** 200 agents, with so many chats that wait and ring, and room for one more. */
async function aDesk(db: Database, ringing: number): Promise<Desk> {
  const server = aServer(db, { now: Date.UTC(2026, 10, 20) })
  const members = []
  for (let i = 0; i < agents; i++) members.push(await server.agent(`Agent ${i}`, { capacity: waiting / agents + 1 }))
  const group = await server.group({ offer: 'one-by-one' }, members)
  await server.beat()
  for (let i = 0; i < ringing; i++) await server.ask(group)
  await server.settle()
  await server.beat()
  return { server, group }
}

/** ms. The chat is ended before the next begins, so that as many wait each time. */
async function timeToPlace({ server, group }: Desk): Promise<number> {
  const visitor = someVisitor()
  const started = performance.now()
  const chatId = await server.ask(group, visitor)
  await offered(server, chatId)
  const time = performance.now() - started
  await server.settle()
  await server.command({ type: 'end-chat', chatId, rule: { policy: 'always', open: true } }, visitor)
  await server.settle()
  return time
}

async function offered(server: Server, chatId: ChatId) {
  while ((await server.offersOf(chatId)).length === 0) await new Promise(setImmediate)
}
