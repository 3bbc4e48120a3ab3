import type { OutboxItem } from '#shared/client/outbox.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import { readEvents } from '../../server/log/stored-events.ts'
import type { Database } from '../../server/store/database.ts'
import { type Backup, nothing, restore, takeBackup, withoutLogId } from './backup.ts'
import { textsOf } from './judge.ts'
import type { Random } from './random.ts'
import { type RunningServer, startServer } from './server-under-test.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface FaultyServerParts {
  readonly open: () => Promise<Database>
  readonly time: VirtualTime
  readonly random: Random
  readonly outboxes: () => readonly OutboxItem[]
  /** `isStale` tells of a push that was sent before the log was set back under the same name. */
  readonly push: (channels: readonly string[], data: unknown, isStale: () => boolean) => void
  /** A process serves: clients find their sockets gone and come back. */
  readonly started: () => void
}

const sweepEvery = 4_000
/** Enough for every client to resume on an undisturbed network. */
const quietFor = 6_000

/** A server that dies, comes back on its database, and is set back to a backup. */
export async function faultyServer({ open, time, random, outboxes, push, started }: FaultyServerParts) {
  const lost = new Map<string, ClientId | null>()
  let running: RunningServer | null = null
  let backup: Backup | null = null
  let quiet = false
  let history = 0

  async function start(prepare: (db: Database) => Promise<void> = async () => {}) {
    const mine = history
    running = await startServer({
      open,
      time,
      prepare,
      isQuiet: () => quiet,
      push: (channels, data) => push(channels, data, () => mine !== history),
    })
    started()
  }

  function sweep() {
    if (running) void time.busy(running.sweep().catch(() => {}))
    time.after(sweepEvery, sweep)
  }

  function fall(server: RunningServer) {
    if (running !== server) return
    running = null
    time.after(1, () => void time.busy(server.stop()))
    time.after(random.between(10, 4_000), () => void time.busy(start()))
  }

  async function setBack(server: RunningServer, kept: Backup, isAnotherLog: boolean) {
    const waiting = new Map(
      outboxes().map(({ command, clientId }) => ['text' in command ? command.text : '', clientId]),
    )
    const before = await allTexts(server.db)
    await server.stop()
    quiet = !isAnotherLog
    if (quiet) history += 1
    await start((db) => restore(db, isAnotherLog ? withoutLogId(kept) : kept))
    const after = new Set(await allTexts(mustRun().db))
    for (const text of before) if (!after.has(text)) lost.set(text, waiting.get(text) ?? null)
  }

  function mustRun() {
    if (!running) throw new Error('The server does not run.')
    return running
  }

  async function keep(db: Database) {
    backup = await takeBackup(db)
  }

  await start((db) => restore(db, nothing))
  time.after(sweepEvery, sweep)

  return {
    /**
     * Texts that were stored and acknowledged, and are gone with what the backup does not have. What still waited in an outbox
     * and whose author was never told that it had been stored must have been sent again.
     */
    textsLost: (told: ReadonlySet<string | null>): ReadonlySet<string> =>
      new Set([...lost].flatMap(([text, waiting]) => (waiting === null || told.has(waiting) ? [text] : []))),
    running: () => running,
    mustRun,
    isQuiet: () => quiet,
    /** Dies now, or after the next commit and before anybody is told of it; comes back after a while. */
    crash() {
      const server = running
      if (!server || quiet) return
      if (random.chance(0.5)) server.dieBeforePublish(() => fall(server))
      else fall(server)
    },
    backUp() {
      if (running) void time.busy(keep(running.db))
    },
    /**
     * Puts the backup in the place of the log: under another id, or (S7's other half) under the same, and then everybody resumes
     * before anybody writes; `disturb` is called when that is over.
     */
    setBack(isAnotherLog: boolean, hush: () => void, disturb: () => void) {
      const [server, kept] = [running, backup]
      if (!server || !kept || quiet) return
      running = null
      if (!isAnotherLog) hush()
      time.after(1, () => void time.busy(setBack(server, kept, isAnotherLog)))
      time.after(quietFor, () => {
        quiet = false
        if (!isAnotherLog) disturb()
      })
    },
    /** No more faults: serves again, if it does not, and nobody is hushed. */
    async recover() {
      while (!running || quiet) await time.runUntil(time.now() + 500)
      running.dieBeforePublish(null)
    },
    async stop() {
      await running?.stop()
    },
  }
}

async function allTexts(db: Database): Promise<string[]> {
  const streams = await db.query.selectFrom('stream').select('id').execute()
  const events = []
  for (const { id } of streams) events.push(...(await readEvents(db.query, id as StreamId, 0)))
  return textsOf(events)
}
