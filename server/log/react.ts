import type { Kysely, Transaction } from 'kysely'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import type { Write } from '../store/write-together.ts'
import { readEvents } from './stored-events.ts'

/** A subscriber of the log: called after commit, at least once for each append, so it must be safe to repeat (S11). */
export interface Reaction {
  readonly name: string
  /** Whether there is anything to do about an event; a reaction without it takes all. For the others nothing is noted. */
  readonly concerns?: (event: ChatEvent) => boolean
  /**
   * Events of one stream, in order. What throws is tried again, by any process.
   * @param left their chat as they left it; only to whoever is called right behind the append, anybody later has to read it
   */
  handle(events: readonly StoredEvent[], left?: Chat): Promise<void>
}

export interface ReactionParts {
  readonly db: Database
  readonly reactions: readonly Reaction[]
  readonly now: () => number
  readonly onError: (reaction: string, error: unknown) => void
}

/** Longer than any reaction takes at once: until then a row belongs to the process that appended or claimed it. */
const ownedFor = 10_000
const claimedAtOnce = 100

/**
 * Hands appended events to every reaction. The rows in `reaction_due` are written with the events and removed when a
 * reaction has finished, so that a process that dies between the two leaves its work to the next `sweep`.
 */
export function createReactions({ db, reactions, now, onError }: ReactionParts) {
  const finished: DueKey[] = []

  function noteDue(tx: Transaction<Tables>, events: readonly StoredEvent[]): Write[] {
    const rows = byStream(events).flatMap((own) =>
      concernedBy(own).map(({ name }) => ({ reaction: name, ...rangeOf(own), due_at: now() + ownedFor })),
    )
    return rows.length ? [tx.insertInto('reaction_due').values(rows)] : []
  }

  /** Runs every reaction on what was just committed. Resolves when all have finished or failed; never rejects. */
  async function run(events: readonly StoredEvent[], left: Chat | undefined) {
    await Promise.all(
      byStream(events).flatMap((own) => concernedBy(own).map((reaction) => handle(reaction, own, left))),
    )
  }

  const concernedBy = (events: readonly StoredEvent[]) =>
    reactions.filter(({ concerns }) => !concerns || events.some(({ event }) => concerns(event)))

  async function handle(reaction: Reaction, events: readonly StoredEvent[], left?: Chat) {
    const [first] = events
    if (!first) return
    try {
      await reaction.handle(events, left)
      finished.push({ reaction: reaction.name, stream: first.stream, from_seq: first.seq })
    } catch (error) {
      onError(reaction.name, error)
    }
  }

  /** Forgets what is finished, all at once: one commit for many appends. */
  async function settle() {
    const keys = finished.splice(0)
    if (!keys.length) return
    try {
      await db.query.transaction().execute(async (tx) => {
        for (const key of keys) await forget(tx, key)
      })
    } catch (error) {
      finished.push(...keys)
      throw error
    }
  }

  /** Does what another process, or an earlier try, left undone. Gives the number of rows it took on. */
  async function sweep() {
    await settle()
    const rows = await claim(db, now())
    for (const row of rows) {
      const reaction = reactions.find(({ name }) => name === row.reaction)
      // A reaction that this version no longer has: nobody will ever do it.
      if (reaction)
        await handle(
          reaction,
          await readEvents(db.query, row.stream as StreamId, row.from_seq - 1, { upTo: row.to_seq }),
        )
      else await forget(db.query, row)
    }
    await settle()
    return rows.length
  }

  return { noteDue, run, settle, sweep }
}

interface DueKey {
  readonly reaction: string
  readonly stream: string
  readonly from_seq: number
}

const byStream = (events: readonly StoredEvent[]) => [...Map.groupBy(events, ({ stream }) => stream).values()]

const rangeOf = (events: readonly StoredEvent[]) => ({
  stream: events[0]?.stream ?? '',
  from_seq: events[0]?.seq ?? 0,
  to_seq: events.at(-1)?.seq ?? 0,
})

const forget = (db: Kysely<Tables>, key: DueKey) =>
  db
    .deleteFrom('reaction_due')
    .where('reaction', '=', key.reaction)
    .where('stream', '=', key.stream)
    .where('from_seq', '=', key.from_seq)
    .execute()

/** Takes due rows for this process; on PostgreSQL, rows that another process is taking at this moment are passed over. */
const claim = (db: Database, now: number) =>
  db.query.transaction().execute(async (tx) => {
    const due = tx
      .selectFrom('reaction_due')
      .selectAll()
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(claimedAtOnce)
    const rows = await (db.kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute()
    for (const row of rows) {
      await tx
        .updateTable('reaction_due')
        .set({ due_at: now + ownedFor })
        .where('reaction', '=', row.reaction)
        .where('stream', '=', row.stream)
        .where('from_seq', '=', row.from_seq)
        .execute()
    }
    return rows
  })
