import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type VisitId, visitLease } from '#shared/contract/visits.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aSite, aTab, pageAt } from './a-site.ts'

const sqlite = onBothDatabases.find(({ name }) => name === 'sqlite')
const start = Date.UTC(2026, 10, 21, 12)
const lasts = { active: visitLease.leaseFor, away: visitLease.awayLeaseFor }

interface Known {
  readonly state: 'active' | 'away'
  readonly path: string
  readonly until: number
}

const says = fc.record({
  who: fc.nat({ max: 2 }),
  tab: fc.nat({ max: 3 }),
  state: fc.constantFrom('active', 'active', 'away', 'gone'),
  path: fc.constantFrom('/', '/lamps', '/cart'),
})
const passes = fc.constantFrom(1, 24_999, 25_000, 59_999, 60_000, 90_000, 150_000, 400_000).map((ms) => ({ ms }))
const sweeps = fc.constant('sweep' as const)

test('P3: whatever tabs say, in whatever order and however late: active if one is, away if all are, listed while one is there', async () => {
  if (!sqlite) throw new Error('There is no SQLite among the databases to test on.')
  const { db } = await sqlite.open()
  await sql`pragma synchronous = off`.execute(db.query)
  const site = aSite(db, { now: start })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(says, says, says, passes, sweeps), { maxLength: 60 }), async (story) => {
      const people = [await site.visitor('A'), await site.visitor('B'), await site.visitor('C')]
      const ids = people.map(() => Array.from({ length: 4 }, aTab))
      const open = people.map(() => new Map<VisitId, Known>())
      for (const step of story) {
        const { now } = site.clock
        if (step === 'sweep') await site.lapse()
        else if ('ms' in step) site.clock.now += step.ms
        else {
          const { who, state, path } = step
          const [visitor, tab, tabs] = [people[who], ids[who]?.[step.tab], open[who]]
          if (!visitor || !tab || !tabs) throw new Error('Nobody says that.')
          await site.says(visitor, tab, state, { path })
          if (state !== 'gone') tabs.set(tab, { state, path, until: now + lasts[state] })
          // A farewell is about the page it names.
          else if (tabs.get(tab)?.path === path) tabs.delete(tab)
        }
        await site.lapse()
        for (const [i, visitor] of people.entries()) {
          const live = [...(open[i]?.values() ?? [])].filter(({ until }) => until > site.clock.now)
          const active = live.filter(({ state }) => state === 'active')
          const shown = active.length ? active : live
          const seen = await site.find(visitor)
          expect(seen?.dot).toBe(active.length ? 'green' : live.length ? 'yellow' : undefined)
          if (seen) expect(shown.map(({ path }) => pageAt(path).url)).toContain(seen.page.url)
        }
      }
      site.clock.now += 1_000_000
      await site.lapse()
      site.clock.now += 1_000_000
      await site.lapse()
      expect(await db.query.selectFrom('visit').selectAll().execute()).toEqual([])
      expect(await db.query.selectFrom('online_visitor').selectAll().execute()).toEqual([])
    }),
    { numRuns: 100 },
  )
})
