import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'

interface Count {
  readonly active: number
  readonly away: number
}

/** A count is used for that long, ms, by whoever asks: counting costs by all who are there, and many agents ask. */
const goodFor = 2_000

/** How many visitors are on the sites. */
export function createVisitorCount({ query }: Database): (now: number) => Promise<Count> {
  let last: { readonly at: number; readonly count: Promise<Count> } | null = null

  async function count(now: number): Promise<Count> {
    const rows = await query
      .selectFrom('online_visitor')
      .select('state')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(sql.ref('state'), '<>', sql.lit('gone'))
      .where('lease_until', '>', now)
      .groupBy('state')
      .execute()
    const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
    return { active: of('active'), away: of('away') }
  }

  return (now) => {
    if (!last || now - last.at >= goodFor || now < last.at) {
      const asked = { at: now, count: count(now) }
      last = asked
      asked.count.catch(() => {
        if (last === asked) last = null
      })
    }
    return last.count
  }
}
