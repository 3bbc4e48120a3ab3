import { sql } from 'kysely'
import type { Page } from '#shared/contract/events.ts'
import type { Database } from '../../store/database.ts'

interface Count {
  readonly active: number
  readonly away: number
}

/** A count is used for that long, ms, by whoever asks: counting costs by all who are there, and many agents ask. */
const goodFor = 2_000

/**
 * How many visitors are on the sites; with an address, how many are on that page (A42): whatever its query and fragment, which
 * often say how somebody came there.
 */
export function createVisitorCount(db: Database): (now: number, page?: string) => Promise<Count> {
  const counts = new Map<string, { readonly at: number; readonly count: Promise<Count> }>()

  return (now, page = '') => {
    for (const [key, { at }] of counts) if (now - at >= goodFor || now < at) counts.delete(key)
    const known = counts.get(page)
    if (known) return known.count
    const asked = { at: now, count: page ? countOnPage(db, now, page) : countAll(db, now) }
    counts.set(page, asked)
    asked.count.catch(() => {
      if (counts.get(page) === asked) counts.delete(page)
    })
    return asked.count
  }
}

async function countAll(db: Database, now: number): Promise<Count> {
  const rows = await onTheSites(db, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('state')
    .execute()
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { active: of('active'), away: of('away') }
}

async function countOnPage(db: Database, now: number, page: string): Promise<Count> {
  const address = withoutQuery(page)
  // Pages are stored as JSON that begins with the address.
  const beginning = JSON.stringify({ url: address }).slice(0, -2)
  const rows = await onTheSites(db, now)
    .select('page')
    .where(sql<string>`substr(page, 1, ${sql.lit(beginning.length)})`, '=', beginning)
    .execute()
  const there = rows.filter((row) => withoutQuery((JSON.parse(row.page) as Page).url) === address)
  const of = (state: string) => there.filter((row) => row.state === state).length
  return { active: of('active'), away: of('away') }
}

const onTheSites = ({ query }: Database, now: number) =>
  query
    .selectFrom('online_visitor')
    .select('state')
    .where(sql.ref('state'), '<>', sql.lit('gone'))
    .where('lease_until', '>', now)

function withoutQuery(address: string): string {
  const url = URL.parse(address)
  return url ? url.origin + url.pathname : address
}
