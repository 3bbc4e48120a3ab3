import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { chatStream } from '#shared/contract/streams.ts'
import { createSessions } from '../../../server/features/sessions/sessions.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import type { Tables } from '../../../server/store/tables.ts'
import { aClientId, aLog, anActiveChat, carryOut, countRows, say } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'

const postgres = onBothDatabases.find(({ name }) => name === 'postgres')
async function opened() {
  if (!postgres) throw new Error('There is no PostgreSQL among the databases to test on.')
  return postgres.open()
}

test('prepared statements: a server goes on when one of a newer version adds columns', async () => {
  const { db, another } = await opened()
  const log = aLog(db)
  const { chatId, visitor } = await anActiveChat(log)
  const sessions = createSessions(db)
  const id = aClientId()
  const use = async () => {
    await carryOut(log, say(chatId, 'How long does delivery take?'), visitor, aClientId())
    await carryOut(log, say(chatId, 'Once.'), visitor, id)
    await sessions.find('nobody', 0)
    await log.sweep()
    return (await readEvents(db.query, chatStream(chatId), 0)).length
  }
  for (let i = 0; i < 7; i++) await use()
  const newer = await another()
  for (const table of Object.keys(await countRows(db)))
    await newer.query.schema.alterTable(table).addColumn('of_tomorrow', 'text').execute()

  expect(await use()).toBe(2 + 8 + 1)
  expect(await use()).toBe(2 + 9 + 1)
})

test('prepared statements: a connection keeps as many as the server needs, however many texts come', async () => {
  const { db } = await opened()
  await db.query.connection().execute(async (one) => {
    for (let i = 0; i < 400; i++) expect(await answerTo(one, i)).toBe(i)
    expect(await answerTo(one, 399)).toBe(399)
    const { rows } = await sql<{ kept: string }>`select count(*)::text as kept from pg_prepared_statements`.execute(one)
    expect(Number(rows[0]?.kept)).toBe(300)
  })
})

async function answerTo(db: Kysely<Tables>, i: number) {
  const { rows } = await sql<Record<string, number>>`select ${i}::int as ${sql.ref(`answer${i}`)}`.execute(db)
  return rows[0]?.[`answer${i}`]
}
