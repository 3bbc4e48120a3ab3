import { describe, expect, test } from 'vitest'
import { visitLease } from '#shared/contract/visits.ts'
import { grace } from '../../../server/features/visits/visits.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aSite, aTab, pageAt } from './a-site.ts'

const start = Date.UTC(2026, 10, 21, 12)
const second = 1_000

describe.each(onBothDatabases)('visitors on the sites, on $name', ({ open }) => {
  const begin = async () => aSite((await open()).db, { now: start })

  test('A3: one who arrives is listed with page, referrer, place, device and language, and is green', async () => {
    const site = await begin()
    const vera = await site.visitor()
    await site.says(vera, aTab(), 'active', { path: '/lamps', referrer: 'https://search.example/', language: 'de' })
    expect(await site.list()).toEqual({
      next: null,
      visitors: [
        {
          visitor: { id: vera.id, name: 'Vera' },
          page: pageAt('/lamps'),
          startPage: pageAt('/lamps'),
          arrivedAt: start,
          pageSince: start,
          referrer: 'https://search.example/',
          language: 'de',
          place: { country: 'DE' },
          device: { browser: 'Firefox', os: 'Linux', kind: 'desktop' },
          returning: false,
          chatId: null,
          dot: 'green',
        },
      ],
    })
  })

  test('A3: the next page is the page, since it is; where they arrived and came from stays', async () => {
    const site = await begin()
    const [vera, tab] = [await site.visitor(), aTab()]
    await site.says(vera, tab, 'active', { path: '/', referrer: 'https://search.example/' })
    site.clock.now += 20 * second
    await site.says(vera, tab, 'gone', { path: '/' })
    site.clock.now += second
    await site.says(vera, tab, 'active', { path: '/lamps', referrer: 'https://shop.example/' })
    site.clock.now += 25 * second
    await site.says(vera, tab, 'active', { path: '/lamps' })
    expect(await site.find(vera)).toMatchObject({
      page: pageAt('/lamps'),
      pageSince: start + 21 * second,
      startPage: pageAt('/'),
      arrivedAt: start,
      referrer: 'https://search.example/',
      returning: false,
    })
  })

  test('P3: of several tabs one that is active makes them active; when all are away they are away', async () => {
    const site = await begin()
    const [vera, one, two] = [await site.visitor(), aTab(), aTab()]
    await site.says(vera, one, 'active', { path: '/one' })
    site.clock.now += second
    await site.says(vera, two, 'active', { path: '/two' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/two') })
    await site.says(vera, two, 'away', { path: '/two' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/one') })
    await site.says(vera, one, 'away', { path: '/one' })
    expect(await site.find(vera)).toMatchObject({ dot: 'yellow', page: pageAt('/two') })
    site.clock.now += second
    await site.says(vera, one, 'active', { path: '/one' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/one') })
  })

  test('P3: offline at once after the last tab, not before', async () => {
    const site = await begin()
    const [vera, one, two] = [await site.visitor(), aTab(), aTab()]
    await site.says(vera, one, 'active', { path: '/one' })
    await site.says(vera, two, 'active', { path: '/two' })
    await site.says(vera, two, 'gone', { path: '/two' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/one') })
    await site.says(vera, one, 'gone', { path: '/one' })
    expect(await site.list()).toEqual({ visitors: [], next: null })
  })

  test('P3: what says nothing any more is gone when its lease ends, also when nobody sweeps', async () => {
    const site = await begin()
    const [vera, wim] = [await site.visitor(), await site.visitor('Wim')]
    const awayTab = aTab()
    await site.says(vera, aTab(), 'active')
    await site.says(wim, awayTab, 'away', { path: '/away' })
    await site.says(wim, aTab(), 'active', { path: '/active' })
    site.clock.now += visitLease.leaseFor
    expect(await site.find(vera)).toBeUndefined()
    await site.lapse()
    // A tab that the browser hardly wakes has longer.
    expect(await site.find(wim)).toMatchObject({ dot: 'yellow', page: pageAt('/away') })
    await site.says(wim, awayTab, 'away', { path: '/away' })
    site.clock.now += visitLease.awayLeaseFor
    await site.lapse()
    expect(await site.list()).toEqual({ visitors: [], next: null })
  })

  test('A3: who comes back within a minute has never left; later it is a new visit of somebody known', async () => {
    const site = await begin()
    const [vera, tab] = [await site.visitor(), aTab()]
    await site.says(vera, tab, 'active')
    site.clock.now += 10 * second
    await site.says(vera, tab, 'gone')
    site.clock.now += grace - second
    await site.lapse()
    await site.says(vera, aTab(), 'active', { path: '/again' })
    expect(await site.find(vera)).toMatchObject({ arrivedAt: start, startPage: pageAt('/'), returning: false })
    site.clock.now += second
    for (const swept of [true, false]) {
      await site.says(vera, aTab(), 'gone')
      site.clock.now += visitLease.leaseFor + grace
      if (swept) {
        await site.lapse()
        site.clock.now += grace
        await site.lapse()
      }
      const at = site.clock.now
      await site.says(vera, aTab(), 'active', { path: '/later' })
      expect(await site.find(vera)).toMatchObject({ arrivedAt: at, startPage: pageAt('/later'), returning: true })
    }
  })

  test('P3: a farewell that the next page has overtaken ends nothing, nor does one from a tab that nobody knows', async () => {
    const site = await begin()
    const [vera, tab] = [await site.visitor(), aTab()]
    await site.says(vera, tab, 'gone')
    expect(await site.list()).toEqual({ visitors: [], next: null })
    await site.says(vera, tab, 'active', { path: '/two' })
    await site.says(vera, tab, 'gone', { path: '/one' })
    await site.says(vera, aTab(), 'gone', { path: '/two' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/two') })
  })

  test('A3: a tab belongs to its visitor: another who says its id changes nothing of it', async () => {
    const site = await begin()
    const [vera, mallory, tab] = [await site.visitor(), await site.visitor('Mallory'), aTab()]
    await site.says(vera, tab, 'active', { path: '/vera' })
    await site.says(mallory, tab, 'active', { path: '/mallory' })
    await site.says(mallory, tab, 'gone', { path: '/mallory' })
    expect(await site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/vera') })
    expect(await site.find(mallory)).toBeUndefined()
  })

  test('P3: a flood of tabs leaves twenty, those that spoke last; nothing is left of a visit that is over', async () => {
    const { db } = await open()
    const site = aSite(db, { now: start })
    const vera = await site.visitor()
    for (let i = 0; i < 60; i++) {
      site.clock.now += 10
      await site.says(vera, aTab(), 'active', { path: `/${i}` })
    }
    const left = await db.query.selectFrom('visit').select('page').execute()
    expect(left).toHaveLength(20)
    expect(await site.find(vera)).toMatchObject({ page: pageAt('/59') })
    site.clock.now += visitLease.leaseFor
    await site.lapse()
    site.clock.now += grace
    await site.lapse()
    expect(await db.query.selectFrom('visit').selectAll().execute()).toEqual([])
    expect(await db.query.selectFrom('online_visitor').selectAll().execute()).toEqual([])
  })

  test('A3: the list is newest first, in parts that join without gap or repetition, also where many came at once', async () => {
    const site = await begin()
    const arrived = []
    for (let i = 0; i < 23; i++) {
      if (i % 4 === 0) site.clock.now += second
      const visitor = await site.visitor(`Visitor ${i}`)
      await site.says(visitor, aTab(), 'active')
      arrived.push({ at: site.clock.now, id: visitor.id })
    }
    const seen = []
    let before: string | null | undefined
    do {
      const part = await site.list({ limit: 5, ...(before && { before }) })
      expect(part.visitors.length).toBeLessThanOrEqual(5)
      seen.push(...part.visitors.map(({ visitor, arrivedAt }) => ({ at: arrivedAt, id: visitor.id })))
      before = part.next
    } while (before)
    expect(seen).toEqual(arrived.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)))
    expect((await site.list({ limit: 0 })).visitors).toHaveLength(1)
    expect((await site.list({ limit: 1e9 })).visitors).toHaveLength(23)
  })
})
