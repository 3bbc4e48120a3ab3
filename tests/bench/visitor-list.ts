import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
import { aSite, aTab, pageAt } from '../server/visits/a-site.ts'
import { databases } from '../support/databases.ts'
import type { Figure, Measurement } from './figure.ts'
import { median, quantile } from './statistics.ts'

const few = 100
const many = 10_000
const samples = 200
/** ms between two arrivals */
const apart = 100

/** What one agent's look at the list of visitors costs, and one word of a tab, with 100 visitors on the sites and with 10,000. */
export const visitorList: Measurement = {
  name: 'Visitors on the sites',
  async measure() {
    const figures: Figure[] = []
    for (const database of databases) figures.push(...(await compared(database)))
    return figures
  },
}

/** Taken in turns, each as often first, so that a busy machine is busy for both. */
async function compared({ name, open }: (typeof databases)[number]): Promise<Figure[]> {
  const opened = [await open(), await open()]
  const crowds = []
  for (const [i, { target }] of opened.entries()) crowds.push(await aCrowd(await openDatabase(target), i ? many : few))
  const lists: number[][] = crowds.map(() => [])
  const reports: number[][] = crowds.map(() => [])
  // The first ones find nothing prepared.
  for (let i = -10; i < samples; i++)
    for (const which of i % 2 ? [0, 1] : [1, 0]) {
      const crowd = crowds[which]
      if (!crowd) continue
      const { site, someone, tab } = crowd
      const list = await timed(() => site.list())
      const report = await timed(() => site.says(someone, tab, 'active', { path: `/${i >> 3}` }))
      if (i < 0) continue
      lists[which]?.push(list)
      reports[which]?.push(report)
    }
  for (const { db } of crowds) await db.close()
  for (const { remove } of opened) await remove()
  return [...inFigures(`${name}, a list of 50`, lists), ...inFigures(`${name}, a report`, reports)]
}

function inFigures(what: string, [amongFew = [], amongMany = []]: readonly number[][]): Figure[] {
  const [one, other] = [median(amongFew), median(amongMany)]
  return [
    { name: `${what}, ${few} visitors, median`, value: one, unit: 'ms' },
    { name: `${what}, ${many} visitors, median`, value: other, unit: 'ms' },
    { name: `${what}, ${many} visitors, 95 of 100 within`, value: quantile(amongMany, 0.95), unit: 'ms' },
    { name: `${what}, ratio of the medians`, value: other / one, unit: '×', aim: 1 },
  ]
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

/** Everybody arrived, one after the other; in the smaller crowd most have left again, so that both files have grown alike. One goes on saying that they are there. */
async function aCrowd(db: Database, size: number) {
  const clock = { now: Date.UTC(2026, 10, 21, 12) }
  const site = aSite(db, clock)
  await store(db, many, clock.now)
  await keep(db, size, clock.now)
  const someone: Actor = await site.visitor('Vera')
  const tab = aTab()
  await site.says(someone, tab, 'active')
  return { db, site, someone, tab }
}

async function keep({ query }: Database, size: number, now: number) {
  const left = query
    .selectFrom('online_visitor')
    .select('visitor_id')
    .where('arrived_at', '<=', now - size * apart)
  await query.deleteFrom('visit').where('visitor_id', 'in', left).execute()
  await query
    .deleteFrom('online_visitor')
    .where('arrived_at', '<=', now - size * apart)
    .execute()
}

async function store({ query }: Database, size: number, now: number) {
  for (let first = 0; first < size; first += 500) {
    const some = Array.from({ length: Math.min(500, size - first) }, (_, i) => ({
      id: randomUUID() as string as ActorId,
      at: now - (first + i) * apart,
    }))
    const page = JSON.stringify(pageAt('/lamps'))
    const seen = { state: 'active' as const, page, lease_until: now + 60_000 }
    await query
      .insertInto('visitor')
      .values(some.map(({ id, at }) => ({ id, name: '', created_at: at })))
      .execute()
    await query
      .insertInto('visit')
      .values(some.map(({ id, at }) => ({ visitor_id: id, id: aTab(), ...seen, page_since: at, shown_at: at })))
      .execute()
    await query
      .insertInto('online_visitor')
      .values(
        some.map(({ id, at }) => ({
          visitor_id: id,
          ...seen,
          arrived_at: at,
          start_page: page,
          page_since: at,
          referrer: 'https://search.example/',
          language: 'en',
          place: '{"country":"DE"}',
          device: '{"browser":"Firefox","os":"Linux","kind":"desktop"}',
          returned: 0,
          look_at: now + 60_000,
        })),
      )
      .execute()
  }
}
