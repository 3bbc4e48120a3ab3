import { expect, test } from 'vitest'
import { visitLease } from '#shared/contract/visits.ts'
import { grace } from '../../../server/features/visits/visits.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aDesk } from './a-desk.ts'
import { aTab, pageAt } from './a-site.ts'

const postgres = onBothDatabases.find(({ name }) => name === 'postgres')

/** Two processes on one PostgreSQL, as far as the database can tell. */
async function twoDesks() {
  if (!postgres) throw new Error('There is no PostgreSQL among the databases to test on.')
  const { db, another } = await postgres.open()
  const clock = { now: Date.UTC(2026, 10, 21, 12) }
  return { clock, db, desks: [aDesk(db, clock), aDesk(await another(), clock)] as const }
}

test('P3: two processes: twenty tabs of one visitor that speak at once to either leave one visitor, and then none', async () => {
  const { clock, db, desks } = await twoDesks()
  const [one, two] = desks
  const vera = await one.site.visitor()
  const tabs = Array.from({ length: 20 }, aTab)
  const all = (state: 'active' | 'away' | 'gone') =>
    Promise.all(tabs.map((tab, i) => (i % 2 ? one : two).site.says(vera, tab, state, { path: `/${i}` })))
  await all('active')
  expect((await one.site.list()).visitors).toHaveLength(1)
  await all('away')
  expect(await two.site.find(vera)).toMatchObject({ dot: 'yellow' })
  await Promise.all([one.site.says(vera, tabs[0] ?? aTab(), 'active', { path: '/back' }), two.site.lapse()])
  expect(await two.site.find(vera)).toMatchObject({ dot: 'green', page: pageAt('/back') })
  clock.now += visitLease.awayLeaseFor
  await Promise.all([one.site.lapse(), two.site.lapse()])
  expect(await one.site.list()).toEqual({ visitors: [], next: null })
  clock.now += grace
  await Promise.all([one.site.lapse(), two.site.lapse()])
  expect(await db.query.selectFrom('online_visitor').selectAll().execute()).toEqual([])
  expect(await db.query.selectFrom('visit').selectAll().execute()).toEqual([])
})

test('A4: two processes: of forty agents who begin a chat with one visitor at once exactly one does', async () => {
  const { desks } = await twoDesks()
  const [one] = desks
  const [vera, tab] = [await one.site.visitor(), aTab()]
  await one.site.says(vera, tab, 'active')
  const agents = await Promise.all(Array.from({ length: 40 }, (_, i) => one.agent(`Agent ${i}`)))
  const answers = await Promise.allSettled(agents.map((agent, i) => desks[i % 2 ? 1 : 0].propose(agent, vera)))
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.refusal?.code] : []))
  expect(refusals).toEqual(Array.from({ length: 39 }, () => 'already-started'))
  // Saying goodbye and beginning a chat at once: either the chat began first, or there is none.
  const wim = await one.site.visitor('Wim')
  await one.site.says(wim, tab, 'active')
  const [begun] = await Promise.allSettled([desks[1].propose(agents[0] ?? wim, wim), one.site.says(wim, tab, 'gone')])
  const chats = await one.db.query.selectFrom('chat').select('id').where('visitor_id', '=', wim.id).execute()
  expect(chats).toHaveLength(begun.status === 'fulfilled' ? 1 : 0)
})
