import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSessions } from '../../../server/features/sessions/sessions.ts'
import { sweepSessions, sweepSessionsTimer } from '../../../server/features/sessions/sweep-sessions.ts'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import { createTimers, leaseOf, type Timer, type TimerHandler } from '../../../server/timers/timers.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { aPerson } from '../../support/server-parts.ts'

const day = 24 * 60 * 60 * 1000

describe.each(databases)('timers on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let db: Database
  let now = 1_000_000
  const errors: unknown[] = []
  beforeEach(async () => {
    opened = await open()
    db = await openDatabase(opened.target)
    errors.length = 0
  })
  afterEach(async () => {
    await db.close()
    await opened.remove()
  })
  const timersThat = (handlers: Record<string, TimerHandler>, on = db) =>
    createTimers({ db: on, handlers, now: () => now, onError: (kind, error) => errors.push(kind, error) })
  const recorder = () => {
    const handled: Timer[] = []
    const ring: TimerHandler = async (timer) => {
      handled.push(timer)
      return null
    }
    return { handled, timers: timersThat({ ring }) }
  }

  it('are handled when due, once, with their data, and not before', async () => {
    const { handled, timers } = recorder()
    await timers.set('ring', 'a', now + 500, { chat: 7 })
    expect(await timers.tick()).toBe(0)
    now += 500
    expect(await timers.tick()).toBe(1)
    now += 10 * leaseOf
    expect(await timers.tick()).toBe(0)
    expect(handled).toEqual([{ kind: 'ring', key: 'a', data: { chat: 7 } }])
  })

  it('can be moved, kept as they are, and cancelled', async () => {
    const { handled, timers } = recorder()
    await timers.set('ring', 'moved', now)
    await timers.set('ring', 'moved', now + 100, 'later')
    await timers.ensure('ring', 'moved', now)
    await timers.set('ring', 'cancelled', now)
    await timers.cancel('ring', 'cancelled')
    expect(await timers.tick()).toBe(0)
    now += 100
    await timers.tick()
    expect(handled).toEqual([{ kind: 'ring', key: 'moved', data: 'later' }])
  })

  it('come back when their handler gives another time', async () => {
    let rings = 0
    const timers = timersThat({ ring: async (_, at) => (++rings < 3 ? at + 10 : null) })
    await timers.set('ring', 'a', now)
    for (let i = 0; i < 5; i++) {
      await timers.tick()
      now += 10
    }
    expect(rings).toBe(3)
  })

  it('that their handler sets anew are not lost with the claim', async () => {
    const handled: unknown[] = []
    const timers = timersThat({
      ring: async ({ data }) => {
        handled.push(data)
        if (data === 'first') await timers.set('ring', 'a', now + 10, 'second')
        return null
      },
    })
    await timers.set('ring', 'a', now, 'first')
    await timers.tick()
    now += 10
    await timers.tick()
    expect(handled).toEqual(['first', 'second'])
  })

  it('come back after a failure, which is reported', async () => {
    let tries = 0
    const timers = timersThat({
      ring: async () => {
        if (++tries === 1) throw new Error('not now')
        return null
      },
    })
    await timers.set('ring', 'a', now)
    await timers.tick()
    expect(errors).toEqual(['ring', new Error('not now')])
    now += leaseOf
    await timers.tick()
    now += leaseOf
    expect(await timers.tick()).toBe(0)
    expect(tries).toBe(2)
  })

  it('come back when the process that claimed them died in the middle', async () => {
    // A handler that never ends stands for a process that was killed: nothing after it happens.
    const dying = timersThat({ ring: () => new Promise(() => {}) })
    await dying.set('ring', 'a', now)
    void dying.tick()
    await expect
      .poll(async () => (await db.query.selectFrom('timer').select('due_at').executeTakeFirst())?.due_at)
      .toBe(now + leaseOf)

    const { handled, timers } = recorder()
    expect(await timers.tick()).toBe(0)
    now += leaseOf
    expect(await timers.tick()).toBe(1)
    expect(handled).toHaveLength(1)
  })

  it('survive a restart', async () => {
    await recorder().timers.set('ring', 'a', now + 5)
    await db.close()
    db = await openDatabase(opened.target)
    now += 5
    const { handled, timers } = recorder()
    await timers.tick()
    expect(handled).toHaveLength(1)
  })

  it('are handled by one of several that look at the same time', async () => {
    const handled: string[] = []
    const ring: TimerHandler = async ({ key }) => {
      handled.push(key)
      return null
    }
    const setter = timersThat({ ring })
    const keys = Array.from({ length: 250 }, (_, i) => `timer-${i}`)
    for (const key of keys) await setter.set('ring', key, now)
    // SQLite has one process by design; PostgreSQL gets a second pool, as a second process would be.
    const other = opened.target.kind === 'postgres' ? await openDatabase(opened.target) : db
    const looking = [timersThat({ ring }), timersThat({ ring }, other), timersThat({ ring }, other)]
    while ((await Promise.all(looking.map((timers) => timers.tick()))).some((count) => count > 0));
    if (other !== db) await other.close()
    expect(handled.toSorted()).toEqual(keys.toSorted())
  })

  it('of a kind that this version does not know stay for one that does', async () => {
    const { timers } = recorder()
    await timers.set('from-the-future', 'a', now)
    expect(await timers.tick()).toBe(0)
    now += 10 * leaseOf
    expect(await timers.tick()).toBe(0)
    expect(await db.query.selectFrom('timer').selectAll().execute()).toHaveLength(1)
  })

  it('delete ended sessions every day, and no others', async () => {
    const sessions = createSessions(db)
    const visitor = aPerson('Vera')
    await db.query.insertInto('visitor').values({ id: visitor.id, name: visitor.name, created_at: now }).execute()
    await sessions.open('visitor', visitor.id, now - 366 * day)
    const current = await sessions.open('visitor', visitor.id, now)
    const timers = timersThat({ [sweepSessionsTimer]: sweepSessions(sessions) })
    await timers.ensure(sweepSessionsTimer, '', now)
    await timers.tick()
    expect(await db.query.selectFrom('session').selectAll().execute()).toHaveLength(1)
    expect(await sessions.find(current, now)).not.toBeNull()

    await sessions.open('visitor', visitor.id, now - 366 * day)
    now += day - 1
    expect(await timers.tick()).toBe(0)
    now += 1
    expect(await timers.tick()).toBe(1)
    expect(await db.query.selectFrom('session').selectAll().execute()).toHaveLength(1)
  })
})
