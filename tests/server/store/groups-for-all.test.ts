import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { type ChatId, everyone } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { openDatabase } from '../../../server/store/database.ts'
import * as theLog from '../../../server/store/migrations/0001-the-log.ts'
import * as chatsAndPeople from '../../../server/store/migrations/0002-chats-and-people.ts'
import { NodeSqliteDialect } from '../../../server/store/node-sqlite-dialect.ts'
import type { Tables } from '../../../server/store/tables.ts'
import { type DatabaseTarget, databases } from '../../support/databases.ts'
import { aChatId } from '../log/a-log.ts'
import { aServer } from '../routing/a-server.ts'

describe.each(databases)('a server that is older than groups, on $name', ({ open }) => {
  test('R4: goes on: its agents are in Everyone, its chats wait there, and are looked at', async () => {
    const { target, remove } = await open()
    onTestFinished(remove)
    const old = await openAsVersionTwo(target)
    const agent = {
      id: randomUUID(),
      username: 'ada',
      name: 'Ada',
      password_hash: '',
      role: 'agent',
      created_at: 0,
    } as const
    await old.insertInto('agent').values(agent).execute()
    const now = Date.UTC(2026, 10, 20)
    const signedIn = { kind: 'agent', actor_id: agent.id, created_at: 0, expires_at: now * 2, seen_at: now } as const
    await old
      .insertInto('session')
      .values({ token_hash: `session-of-${agent.id}`, ...signedIn })
      .execute()
    const [waiting, active] = [aChatId(), aChatId()]
    await anOldChat(old, waiting, 'waiting', now - 1_000, [])
    await anOldChat(old, active, 'active', now - 1_000, [{ id: agent.id, name: 'Ada' }])
    await old.destroy()

    const db = await openDatabase(target)
    onTestFinished(() => db.close())

    const server = aServer(db, { now })
    expect(await server.groups.all()).toEqual([
      { id: everyone, name: 'Everyone', settings: defaultGroupSettings, members: [agent.id], version: 1 },
    ])
    const ada = { kind: 'agent', id: agent.id as never, name: 'Ada' } as const
    await server.there(ada)
    await server.beat()
    expect(await server.offersOf(waiting)).toEqual([agent.id])
    await server.command({ type: 'end-chat', chatId: active }, ada)
    await server.command({ type: 'accept-chat', chatId: waiting }, ada)
    await server.settle()
    expect((await server.queries.chat(active))?.phase).toBe('ended')
    expect((await server.queries.chat(waiting))?.phase).toBe('active')
  })
})

/** A database as the second version made it. */
async function openAsVersionTwo(target: DatabaseTarget): Promise<Kysely<Tables>> {
  const dialect =
    target.kind === 'sqlite'
      ? new NodeSqliteDialect(() => new DatabaseSync(join(target.folder, 'deskbell.sqlite')))
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: target.url }) })
  const db = new Kysely<Tables>({ dialect })
  const versions = { '0001-the-log': theLog, '0002-chats-and-people': chatsAndPeople }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => versions } }).migrateToLatest()
  if (error) throw error
  return db
}

/** The rows that version 2 left of a chat. */
async function anOldChat(db: Kysely<Tables>, id: ChatId, phase: 'waiting' | 'active', at: number, agents: object[]) {
  const visitor = { id: randomUUID(), name: 'Vera' }
  const state = {
    id,
    phase,
    agents,
    visitor,
    page: { url: 'https://shop.example/', title: 'Shop' },
    language: 'en',
    requestedAt: at,
    lastActivityAt: at,
    lastMessage: null,
    lastVisitorMessage: 0,
    lastAgentMessage: 0,
    declinedBy: [],
    ...(phase === 'active' && { acceptedAt: at }),
  }
  await db
    .insertInto('stream')
    .values({ id: chatStream(id), last_seq: 2, state: JSON.stringify(state) })
    .execute()
  const row = { id, phase, visitor_id: visitor.id, outcome: null, requested_at: at, last_activity_at: at }
  await db
    .insertInto('chat')
    .values(row as never)
    .execute()
  for (const agent of agents as { id: string }[])
    await db
      .insertInto('chat_agent')
      .values({ chat_id: id, agent_id: agent.id } as never)
      .execute()
}
