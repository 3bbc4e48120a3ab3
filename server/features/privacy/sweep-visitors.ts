import type { Database } from '../../store/database.ts'
import type { TimerHandler } from '../../timers/timers.ts'

export const sweepVisitorsTimer = 'sweep-visitors'
const day = 24 * 60 * 60 * 1000
/** How long somebody is remembered who never said a name and never was in a chat, ms. */
const namelessFor = 30 * day

/** Once a day, by one of all processes: visitors of whom nothing is known but that they were there are forgotten (W31). */
export const sweepVisitors =
  (db: Database): TimerHandler =>
  async (_, now) => {
    await deleteNameless(db, now)
    return now + day
  }

/** Gives how many. Who is on the sites just now is left until another day. */
async function deleteNameless({ query }: Database, now: number): Promise<number> {
  return query.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('visitor')
      .select('id')
      .where('name', '=', '')
      .where('created_at', '<=', now - namelessFor)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('chat').select('chat.id').whereRef('chat.visitor_id', '=', 'visitor.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('online_visitor')
              .select('online_visitor.visitor_id')
              .whereRef('online_visitor.visitor_id', '=', 'visitor.id'),
          ),
        ),
      )
      .execute()
    for (const { id } of rows) {
      await tx.deleteFrom('session').where('actor_id', '=', id).execute()
      await tx.deleteFrom('visitor').where('id', '=', id).execute()
    }
    return rows.length
  })
}
