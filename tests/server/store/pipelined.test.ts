import { type Kysely, sql, type Transaction } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { findAnswer } from '../../../server/log/answers.ts'
import { lockStream } from '../../../server/log/lock-stream.ts'
import type { Database } from '../../../server/store/database.ts'
import { inOneFlight } from '../../../server/store/in-one-flight.ts'
import type { Tables } from '../../../server/store/tables.ts'
import { writeTogether } from '../../../server/store/write-together.ts'
import { aChatId, aClientId, aLog, aVisitor, carryOut, countRows, say, start } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aDatabaseWhere } from './a-database-where.ts'

const setting = (tx: Kysely<Tables>, key: string) => tx.insertInto('setting').values({ key, value: 'x' })
const settings = async ({ query }: Database) =>
  (await query.selectFrom('setting').select('key').where('value', '=', 'x').execute()).map(({ key }) => key)
const taken = /unique/i

describe.each(onBothDatabases)('what is sent ahead on $name', ({ open }) => {
  /** More often than there are connections, so that one that was not given back would be missed. */
  const often = async (db: Database, act: (tx: Transaction<Tables>) => Promise<unknown>, error: RegExp) => {
    for (let i = 0; i < 12; i++) await expect(db.query.transaction().execute(act)).rejects.toThrow(error)
  }

  test('S3: a last write that fails takes all before it along, and its own error is what is thrown', async () => {
    const { db } = await open()
    await setting(db.query, 'taken').execute()
    const act = async (tx: Transaction<Tables>) => {
      await setting(tx, 'before').execute()
      await writeTogether(tx, db.kind, [setting(tx, 'beside'), setting(tx, 'taken')])
    }
    await often(db, act, taken)
    expect(await settings(db)).toEqual(['taken'])
  })

  test('S3: what comes behind a write that failed throws that failure, and nothing is stored', async () => {
    const { db } = await open()
    await setting(db.query, 'taken').execute()
    const act = async (tx: Transaction<Tables>) => {
      await writeTogether(tx, db.kind, [setting(tx, 'taken')])
      await setting(tx, 'behind').execute()
    }
    await often(db, act, taken)
    const inFlight = async (tx: Transaction<Tables>) => {
      await writeTogether(tx, db.kind, [setting(tx, 'taken')])
      await inOneFlight(tx, setting(tx, 'behind').compile(), setting(tx, 'last').compile())
    }
    await often(db, inFlight, taken)
    expect(await settings(db)).toEqual(['taken'])
  })

  test('S3: of two statements in one flight the first that fails is thrown, and neither is stored', async () => {
    const { db } = await open()
    await setting(db.query, 'taken').execute()
    const flight = (first: string, second: string) => (tx: Transaction<Tables>) =>
      inOneFlight(tx, setting(tx, first).compile(), setting(tx, second).compile())
    await often(db, flight('taken', 'new'), taken)
    await often(db, flight('new', 'taken'), taken)
    expect(await settings(db)).toEqual(['taken'])
    await db.query.transaction().execute(flight('one', 'two'))
    expect((await settings(db)).toSorted()).toEqual(['one', 'taken', 'two'])
  })

  test('S3: who gives up behind a write rolls it back, and throws their own reason', async () => {
    const { db } = await open()
    const act = async (tx: Transaction<Tables>) => {
      await writeTogether(tx, db.kind, [setting(tx, 'written')])
      throw new Error('Given up.')
    }
    await often(db, act, /^Given up\.$/)
    expect(await settings(db)).toEqual([])
    await setting(db.query, 'taken').execute()
    const overTaken = async (tx: Transaction<Tables>) => {
      await writeTogether(tx, db.kind, [setting(tx, 'taken')]).catch(() => {})
      throw new Error('Given up.')
    }
    await db.query.connection().execute(async (one) => {
      await expect(one.transaction().execute(overTaken)).rejects.toThrow(/^Given up\.$/)
      await one.transaction().execute((tx) => setting(tx, 'afterwards').execute())
    })
    expect((await settings(db)).toSorted()).toEqual(['afterwards', 'taken'])
  })
})

describe('a flight on postgres', () => {
  const open = async () => (onBothDatabases.find(({ name }) => name === 'postgres') ?? onBothDatabases[0])?.open()
  const opened = async () => {
    const database = await open()
    if (!database) throw new Error('There is no PostgreSQL among the databases to test on.')
    return database
  }
  const waiting = async ({ query }: Database) => {
    const held = sql<{ pid: number }>`select pid from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database()`
    return (await held.execute(query)).rows.map(({ pid }) => pid)
  }

  test('S2: its second statement sees what was committed while the first waited for its lock', async () => {
    const { db, another } = await opened()
    const [second, stream, visitor, id] = [await another(), chatStream(aChatId()), aVisitor(), aClientId()]
    const [locked, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = db.query.transaction().execute(async (tx) => {
      await lockStream(tx, stream).execute()
      const row = { stream, actor_id: visitor.id, client_id: id, answer: '[]' }
      await tx.insertInto('command').values(row).execute()
      locked.resolve()
      await commit.promise
    })
    await locked.promise
    const found = second.query
      .transaction()
      .execute((tx) =>
        inOneFlight(tx, lockStream(tx, stream).compile(), findAnswer(tx, stream, visitor.id, id).compile()),
      )
    await expect.poll(() => waiting(db), { timeout: 60_000 }).toHaveLength(1)
    commit.resolve()
    await first

    expect(await found).toEqual([[{ last_seq: 0, state: null }], [{ answer: '[]' }]])
  })

  test('S2, S3: a connection that is cut while it waits for the lock stores nothing; the repeat is carried out once', async () => {
    const { db, another } = await opened()
    const [second, visitor, chatId, id] = [await another(), aVisitor(), aChatId(), aClientId()]
    const [log, other] = [aLog(db), aLog(second)]
    await carryOut(log, start(chatId), visitor)
    const before = await countRows(db)
    await holding(db, chatId, async () => {
      const cut = expect(other.append(say(chatId, 'once'), visitor, id)).rejects.toThrow()
      await expect.poll(() => waiting(db), { timeout: 60_000 }).toHaveLength(1)
      for (const pid of await waiting(db)) await sql`select pg_terminate_backend(${pid}::int)`.execute(db.query)
      await cut
    })
    expect(await countRows(db)).toEqual(before)
    const [told, again] = [
      await carryOut(other, say(chatId, 'once'), visitor, id),
      await carryOut(log, say(chatId, 'once'), visitor, id),
    ]
    expect([told.repeated, told.lastSeq, again.repeated]).toEqual([false, 2, true])
  })

  test('S3: should BEGIN alone fail, nothing is appended, and the same command is carried out afterwards', async () => {
    const { db, target } = await opened()
    let broken = true
    const shaky = await aDatabaseWhere(target, (text) => (text === 'begin' && broken ? 'begin what?' : text))
    const [log, visitor, chatId, id] = [aLog(shaky), aVisitor(), aChatId(), aClientId()]
    for (let i = 0; i < 12; i++) await expect(log.append(start(chatId), visitor, id)).rejects.toThrow(/syntax error/)
    const { stream: _, ...others } = await countRows(db)
    expect(Object.values(others).every((rows) => rows === 0)).toBe(true)

    broken = false
    expect(await carryOut(log, start(chatId), visitor, id)).toMatchObject({ repeated: false, lastSeq: 1 })
    await shaky.close()
  })
})

/** Holds a chat's lock while something is done, then lets it go. */
const holding = ({ query }: Database, chatId: ChatId, act: () => Promise<void>) =>
  query.transaction().execute(async (tx) => {
    await lockStream(tx, chatStream(chatId)).execute()
    await act()
  })
