import type { CommandAnswer, EventPage, StreamUpdate, SyncAnswer } from '#shared/contract/api.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { Hint } from '#shared/contract/signals.ts'
import type { StreamId } from '#shared/contract/streams.ts'

/**
 * Where a client keeps its copy of the streams. Every method is one transaction. Several windows may share a store; one of
 * them at a time should feed it, for while the log becomes another (S7) two would mix both.
 */
export interface FeedStore {
  /** The log this copy is of; null before the first answer. */
  logId(): Promise<string | null>
  setLogId(logId: string): Promise<void>
  /** Number of the last event held of a stream; 0 when none is. */
  cursor(stream: StreamId): Promise<number>
  /** The streams to resume, with their numbers (S6). */
  cursors(): Promise<Record<StreamId, number>>
  /**
   * Stores events that start at `cursor + 1` and follow each other, folds them into the chat, and moves the cursor. Of a
   * chat's two streams either may come first.
   * Events at or below the cursor are left out: another window may have stored them meanwhile.
   */
  append(stream: StreamId, events: readonly StoredEvent[]): Promise<void>
  /** Forgets a stream (S7). */
  drop(stream: StreamId): Promise<void>
  dropAll(): Promise<void>
}

export interface FeedSource {
  listEvents(stream: StreamId, after: number): Promise<EventPage>
  sync(logId: string | null, streams: Record<StreamId, number>): Promise<SyncAnswer>
  /** Looks after what goes with a stream that has these new events, or none since it begins anew; for visitors nothing does. */
  besides?(
    stream: StreamId,
    events: readonly StoredEvent[] | null,
    store: FeedStore,
    catchUp: (stream: StreamId) => Promise<void>,
  ): Promise<void>
}

export interface ChatFeed {
  /** A push arrived (S4, S5): applied when it is the next, ignored when old, fetched when there is a gap. */
  hint(hint: Hint): Promise<void>
  /** The answer to one's own command: the same events as everybody gets. */
  deliver(answer: CommandAnswer): Promise<void>
  /** Catches up on every stream (S5, S6): on each (re)subscription and after a wake-up. Gives the last answer's receipts. */
  resume(): Promise<SyncAnswer['receipts']>
}

/** Keeps a client's copy of its streams equal to the log: in order, once, without gaps (S5–S7). */
export function createChatFeed(store: FeedStore, source: FeedSource): ChatFeed {
  const inTurn = serializer()

  /** Applies what follows the cursor; tells whether a gap is left before `lastSeq`. */
  async function take(stream: StreamId, events: readonly StoredEvent[], lastSeq: number): Promise<boolean> {
    const cursor = await store.cursor(stream)
    const next = followers(cursor, events)
    if (next.length) await store.append(stream, next)
    await source.besides?.(stream, next, store, catchUp)
    return cursor + next.length < lastSeq
  }

  async function catchUp(stream: StreamId) {
    for (;;) {
      const after = await store.cursor(stream)
      const page = await source.listEvents(stream, after)
      if (page.logId !== (await store.logId())) return void (await resumeAll())
      if (page.lastSeq < after) await startOver(stream)
      else if (!(await take(stream, page.events, page.lastSeq))) return
      // A page that brings nothing new cannot close the gap: the next wake-up will, this loop must not spin.
      else if ((await store.cursor(stream)) === after) return
    }
  }

  /** The log was set back (S7). */
  async function startOver(stream: StreamId) {
    await store.drop(stream)
    await source.besides?.(stream, null, store, catchUp)
  }

  async function resumeAll() {
    for (;;) {
      const answer = await source.sync(await store.logId(), await store.cursors())
      await recognise(answer.logId)
      for (const stream of answer.gone) await store.drop(stream)
      for (const one of answer.streams) await update(one)
      if (!answer.more) return answer.receipts
    }
  }

  /** Whether this is the log that the copy is of; an empty copy becomes one of it. */
  async function isOurs(logId: string): Promise<boolean> {
    const known = await store.logId()
    if (known === null) await store.setLogId(logId)
    return known === null || known === logId
  }

  /**
   * A log with another id is another history: a restored backup, or a new data folder (S7). Only the answer to a sync says
   * so, because it brings every stream back: a push may be late, and from the log before.
   */
  async function recognise(logId: string) {
    const known = await store.logId()
    if (known === logId) return
    if (known !== null) await store.dropAll()
    await store.setLogId(logId)
  }

  async function update({ stream, events, lastSeq, reset }: StreamUpdate) {
    if (reset) await startOver(stream)
    // Ahead of the answer: another window was faster, or the log was set back under a chat that was no longer resumed (S7).
    if ((await store.cursor(stream)) > lastSeq) return catchUp(stream)
    await take(stream, events, lastSeq)
  }

  return {
    hint: (hint) =>
      inTurn(async () => {
        if (!(await isOurs(hint.logId))) return void (await resumeAll())
        const gap = await take(hint.stream, hint.events ?? [], hint.lastSeq)
        if (gap) await catchUp(hint.stream)
      }),
    deliver: ({ logId, events }) =>
      inTurn(async () => {
        if (!(await isOurs(logId))) return void (await resumeAll())
        for (const [stream, own] of byStream(events)) {
          const gap = await take(stream, own, own.at(-1)?.seq ?? 0)
          if (gap) await catchUp(stream)
        }
      }),
    resume: () => inTurn(resumeAll),
  }
}

/** The events that directly follow the cursor, whatever order and however often they came. */
function followers(cursor: number, events: readonly StoredEvent[]): StoredEvent[] {
  const next: StoredEvent[] = []
  for (const event of events.toSorted((a, b) => a.seq - b.seq))
    if (event.seq === cursor + next.length + 1) next.push(event)
  return next
}

const byStream = (events: readonly StoredEvent[]) => Map.groupBy(events, (event) => event.stream)

/** Runs tasks one after the other; a task that failed does not stop the next. */
function serializer() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task)
    last = mine.catch(() => {})
    return mine
  }
}
