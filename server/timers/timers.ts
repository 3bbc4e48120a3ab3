import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Tables, TimerTable } from '../store/tables.ts'

export interface Timer {
  readonly kind: string
  /** One timer per kind and key: setting it again moves it. */
  readonly key: string
  readonly data: unknown
}

/** Does what a timer was set for, at least once. Gives when it is due again, in ms since 1970, or null to be done with it. */
export type TimerHandler = (timer: Timer, now: number) => Promise<number | null>

export interface TimerParts {
  readonly db: Database
  readonly handlers: Readonly<Record<string, TimerHandler>>
  readonly now: () => number
  readonly onError: (kind: string, error: unknown) => void
}

export interface Timers {
  set(kind: string, key: string, dueAt: number, data?: unknown): Promise<void>
  /** Sets it unless it is set already. */
  ensure(kind: string, key: string, dueAt: number): Promise<void>
  cancel(kind: string, key: string): Promise<void>
  /** Handles a timer now, whenever it is due, unless there is none. Also while another process does: the later of both counts. */
  fire(kind: string, key: string): Promise<void>
  /** Handles what is due. Gives how many timers it took on; to be called about twice a second. */
  tick(): Promise<number>
}

/**
 * Longer than any handler takes. A timer whose process died while handling it is due again after that, ms: less than a
 * chat may go without being looked at when that happens (R1: 10 s).
 */
export const leaseOf = 6_000
const claimedAtOnce = 100

/**
 * Timers are rows with a due time. Claiming moves the due time on by a lease, under a lock: so one of several processes
 * gets each, a restart loses none, and a death in the middle brings it back.
 */
export function createTimers({ db, handlers, now, onError }: TimerParts): Timers {
  async function handle(row: Selectable<TimerTable>) {
    const { kind, key } = row
    try {
      const again = await handlers[kind]?.({ kind, key, data: JSON.parse(row.data) }, now())
      await settle(row, again ?? null)
    } catch (error) {
      onError(kind, error)
    }
  }

  /** Only if it is still as it was claimed: its handler, or anybody else, may have set it anew meanwhile. */
  async function settle({ kind, key, due_at }: Selectable<TimerTable>, again: number | null) {
    const same = db.query
    if (again === null) {
      await same
        .deleteFrom('timer')
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('due_at', '=', due_at)
        .execute()
    } else {
      await same
        .updateTable('timer')
        .set({ due_at: again })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('due_at', '=', due_at)
        .execute()
    }
  }

  return {
    async set(kind, key, dueAt, data = {}) {
      const moved = { due_at: dueAt, data: JSON.stringify(data) }
      await db.query
        .insertInto('timer')
        .values({ kind, key, ...moved })
        .onConflict((on) => on.columns(['kind', 'key']).doUpdateSet(moved))
        .execute()
    },
    async ensure(kind, key, dueAt) {
      await db.query
        .insertInto('timer')
        .values({ kind, key, due_at: dueAt })
        .onConflict((on) => on.columns(['kind', 'key']).doNothing())
        .execute()
    },
    async cancel(kind, key) {
      await db.query.deleteFrom('timer').where('kind', '=', kind).where('key', '=', key).execute()
    },
    async fire(kind, key) {
      const leased = now() + leaseOf
      const row = await db.query
        .updateTable('timer')
        // Different from what anybody else who handles it has seen.
        .set({
          due_at: sql<number>`case when due_at = ${leased} then cast(${leased - 1} as bigint) else cast(${leased} as bigint) end`,
        })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .returningAll()
        .executeTakeFirst()
      if (row) await handle(row)
    },
    async tick() {
      // A look costs less than a lock, and most ticks find nothing.
      const due = await db.query.selectFrom('timer').select('key').where('due_at', '<=', now()).executeTakeFirst()
      if (!due) return 0
      const rows = await db.query.transaction().execute((tx) => claim(tx, db.kind, Object.keys(handlers), now()))
      await Promise.all(rows.map(handle))
      return rows.length
    },
  }
}

/** Takes due timers of the kinds that this version knows; those that another process is taking just now are passed over. */
async function claim(tx: Transaction<Tables>, database: Database['kind'], kinds: string[], now: number) {
  if (kinds.length === 0) return []
  const due = tx
    .selectFrom('timer')
    .selectAll()
    .where('due_at', '<=', now)
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .limit(claimedAtOnce)
  const rows = await (database === 'postgres' ? due.forUpdate().skipLocked() : due).execute()
  const leased = now + leaseOf
  for (const { kind, key } of rows) {
    await tx.updateTable('timer').set({ due_at: leased }).where('kind', '=', kind).where('key', '=', key).execute()
  }
  return rows.map((row) => ({ ...row, due_at: leased }))
}
