import { expect, test } from 'vitest'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { learnVisitors } from '../../../extension/background/visitors/learn-visitors.ts'
import { db } from '../../../extension/core/db.ts'
import { anAccount } from '../../support/desk-data.ts'
import { anOnlineVisitor } from '../../support/visitor-data.ts'
import { emptyDatabase } from '../core/empty-database.ts'

emptyDatabase()
const account = anAccount()

test('A3: many visitors: those who are wanted are known, at the price of two pages each time', async () => {
  const site = await aSite(450)
  const known = () => db.visitors.orderBy('arrivedAt').reverse().toArray()
  await site.learn(50)
  expect((await known()).map(({ visitorId }) => visitorId)).toEqual(site.newest(50))
  expect(await db.visitorLists.get(account.id)).toMatchObject({ total: 450, problem: null })

  site.asked.length = 0
  for (let i = 0; i < 3; i++) await site.learn(300)
  expect((await known()).map(({ visitorId }) => visitorId)).toEqual(site.newest(300))
  expect(site.asked).toHaveLength(6)
  expect(Math.max(...site.asked)).toBe(100)

  // Who leaves far down goes with the next turn, and who arrives is there at once.
  const [gone] = site.visitors.splice(250, 1)
  const [left] = site.visitors.splice(20, 1)
  site.visitors.unshift(anOnlineVisitor('Newcomer', { arrivedAt: Date.now() + 1 }))
  await site.learn(300)
  const first = (await known()).slice(0, 100).map(({ visitorId }) => visitorId)
  expect(first).toEqual(site.newest(100))
  expect(first).not.toContain(left?.visitor.id)
  await site.learn(300)
  await site.learn(300)
  const ids = (await known()).map(({ visitorId }) => visitorId)
  expect(ids.slice(0, 300)).toEqual(site.newest(300))
  expect(ids).not.toContain(gone?.visitor.id)

  // Nobody scrolled that far any more: what is not looked at is not kept.
  await site.learn(50)
  expect((await known()).map(({ visitorId }) => visitorId)).toEqual(site.newest(50))
})

test('A3: times are by the server’s clock, and how far this one is ahead of it is known', async () => {
  const site = await aSite(1, 90_000)
  await site.learn(50)
  const list = await db.visitorLists.get(account.id)
  expect(Math.round((list?.ahead ?? 0) / 10_000)).toBe(9)
})

test('A3: what has not changed is not written again: every write redraws', async () => {
  const site = await aSite(3)
  await site.learn(50)
  const written: string[] = []
  const note = (_: unknown, row: { readonly visitorId: string }) => void written.push(row.visitorId)
  db.visitors.hook('creating', note)
  db.visitors.hook('updating', (_change, _key, row) => note(_change, row))
  const list = await db.visitorLists.get(account.id)
  await site.learn(50)
  expect(written).toEqual([])
  expect(await db.visitorLists.get(account.id)).toEqual(list)
  site.visitors.unshift(anOnlineVisitor('Newcomer', { arrivedAt: Date.now() + 1 }))
  await site.learn(50)
  expect(written).toEqual(site.newest(1))
  db.visitors.hook('creating').unsubscribe(note)
})

/** A server with that many visitors, as its list answers: newest first, 100 at most. @param behind its clock's delay, ms */
async function aSite(count: number, behind = 0) {
  await db.accounts.put(account)
  const start = Date.now() - 3_600_000
  const visitors: OnlineVisitor[] = Array.from({ length: count }, (_, i) =>
    anOnlineVisitor(`Visitor ${i}`, { arrivedAt: start - i * 1_000 }),
  )
  const asked: number[] = []
  const learn = learnVisitors(account.id, {
    async listVisitors({ query: { limit = '50', before } }) {
      asked.push(Number(limit))
      const from = before ? visitors.findIndex((one) => before === cursor(one)) + 1 || after(before) : 0
      const page = visitors.slice(from, from + Math.min(100, Number(limit)))
      const last = page.at(-1)
      const isMore = from + page.length < visitors.length
      return { visitors: page, next: last && isMore ? cursor(last) : null, now: Date.now() - behind }
    },
    countVisitors: async () => ({ active: visitors.length, away: 0 }),
  })
  const after = (before: string) => visitors.findIndex(({ arrivedAt }) => arrivedAt < Number(before.split('.')[0]))
  return {
    visitors,
    asked,
    learn,
    newest: (limit: number) => visitors.slice(0, limit).map(({ visitor }) => visitor.id),
  }
}

const cursor = ({ arrivedAt, visitor }: OnlineVisitor) => `${arrivedAt}.${visitor.id}`
