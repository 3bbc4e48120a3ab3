import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createVisitorCount } from '../../../server/features/visits/count-visitors.ts'
import { visitOf } from '../../../server/features/visits/visitor-list.ts'
import type { Database } from '../../../server/store/database.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aSite, aTab, pageAt } from './a-site.ts'

const start = Date.UTC(2026, 10, 21, 12)

describe.each(onBothDatabases)('one visitor, and one page, on $name', ({ open }) => {
  const begin = async () => {
    const { db } = await open()
    return { db, site: aSite(db, { now: start }) }
  }

  test('A10: of a visitor is known where they are while they are there, and how many chats they had', async () => {
    const { db, site } = await begin()
    const [vera, tab] = [await site.visitor(), aTab()]
    expect(await visitOf(db, vera.id, start)).toEqual({ seen: null, chats: 0, identity: null, fields: [] })
    await site.says(vera, tab, 'active', { path: '/lamps' })
    await site.says(await site.visitor('Noa'), aTab(), 'active')
    await aChatOf(db, vera.id, 'ended')
    const chatId = await aChatOf(db, vera.id, 'active')
    const known = await visitOf(db, vera.id, start)
    expect(known).toMatchObject({
      seen: { visitor: { id: vera.id, name: 'Vera' }, page: pageAt('/lamps'), chatId },
      chats: 2,
    })
    await site.says(vera, tab, 'gone', { path: '/lamps' })
    expect(await visitOf(db, vera.id, start)).toMatchObject({ seen: null, chats: 2 })
  })

  test('A42: those on a page are counted, whatever its query; those on pages below it are not', async () => {
    const { db, site } = await begin()
    const paths = ['/lamps', '/lamps?from=mail', '/lamps#top', '/lamps/floor', '/lampshades', '/']
    for (const path of paths) await site.says(await site.visitor(), aTab(), 'active', { path })
    await site.says(await site.visitor(), aTab(), 'away', { path: '/lamps' })
    const count = createVisitorCount(db)
    expect(await count(start, 'https://shop.example/lamps?utm=1')).toEqual({ active: 3, away: 1 })
    expect(await count(start, 'https://shop.example/')).toEqual({ active: 1, away: 0 })
    expect(await count(start, 'https://other.example/lamps')).toEqual({ active: 0, away: 0 })
    expect(await count(start)).toEqual({ active: 6, away: 1 })
  })
})

async function aChatOf(db: Database, visitor: string, phase: 'active' | 'ended') {
  const id = randomUUID()
  await db.query
    .insertInto('chat')
    .values({
      id,
      phase,
      visitor_id: visitor,
      requested_at: start,
      last_activity_at: start,
      waiting_since: start,
      outcome: null,
      group_id: null,
      accepted_at: null,
      follow_up: null,
      asked_agent: null,
    })
    .execute()
  return id
}
