import { type Kysely, sql } from 'kysely'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'

export async function up(db: Kysely<unknown>) {
  await groups(db)
  await presence(db)
  await offers(db)
  await chats(db)
  await begin(db as Kysely<Beginning>)
}

async function groups({ schema }: Kysely<unknown>) {
  await schema
    .createTable('agent_group')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('settings', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('group_member')
    .addColumn('group_id', 'text', (c) => c.notNull().references('agent_group.id').onDelete('cascade'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('group_member_pk', ['group_id', 'agent_id'])
    .execute()
  await schema.createIndex('group_member_by_agent').on('group_member').column('agent_id').execute()
  await schema
    .alterTable('agent')
    .addColumn('capacity', 'integer', (c) => c.notNull().defaultTo(5))
    .execute()
}

async function presence({ schema }: Kysely<unknown>) {
  await schema
    .createTable('status')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('takes_chats', 'integer', (c) => c.notNull())
    .execute()
  await schema
    .createTable('presence')
    .addColumn('agent_id', 'text', (c) => c.primaryKey())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('online'))
    .addColumn('takes_chats', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('active_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('last_offer_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('seek_at', 'bigint')
    .addColumn('dot', 'text', (c) => c.notNull().defaultTo('black'))
    .execute()
  await schema
    .createIndex('presence_seeking')
    .on('presence')
    .column('seek_at')
    .where('seek_at', 'is not', null)
    .execute()
  await schema
    .createTable('presence_device')
    .addColumn('session', 'text', (c) => c.primaryKey())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('idle', 'integer', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('presence_device_by_agent').on('presence_device').column('agent_id').execute()
}

async function offers({ schema }: Kysely<unknown>) {
  await schema
    .createTable('offer')
    .addColumn('chat_id', 'text', (c) => c.notNull().references('chat.id'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('offered_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('offer_pk', ['chat_id', 'agent_id'])
    .execute()
  await schema.createIndex('offer_by_agent').on('offer').columns(['agent_id', 'offered_at']).execute()
  await schema
    .createTable('tried')
    .addColumn('chat_id', 'text', (c) => c.notNull().references('chat.id'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('tried_pk', ['chat_id', 'agent_id'])
    .execute()
}

async function chats({ schema }: Kysely<unknown>) {
  const added = [
    ['group_id', 'text'],
    ['waiting_since', 'bigint'],
    ['accepted_at', 'bigint'],
    ['follow_up', 'text'],
  ] as const
  for (const [name, type] of added) await schema.alterTable('chat').addColumn(name, type).execute()
  await schema
    .createIndex('chat_waiting')
    .on('chat')
    .columns(['group_id', 'waiting_since'])
    .where(sql.ref('phase'), '=', sql.lit('waiting'))
    .execute()
  await schema.createIndex('chat_by_acceptance').on('chat').columns(['group_id', 'accepted_at']).execute()
  await schema
    .createIndex('chat_to_follow_up')
    .on('chat')
    .columns(['follow_up', 'last_activity_at'])
    .where(sql.ref('follow_up'), 'is not', null)
    .execute()
  await schema
    .alterTable('chat_agent')
    .addColumn('active', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .createIndex('chat_agent_active')
    .on('chat_agent')
    .column('agent_id')
    .where(sql.ref('active'), '=', sql.lit(1))
    .execute()
}

interface Beginning {
  agent: { id: string }
  agent_group: { id: string; name: string; settings: string }
  group_member: { group_id: string; agent_id: string }
  presence: { agent_id: string }
  chat: { id: string; phase: string; group_id: string; requested_at: number; waiting_since: number }
  chat_agent: { chat_id: string; active: number }
  timer: { kind: string; key: string; due_at: number }
}

/** What was before there were groups is the group "Everyone": all agents, all chats, and every agent rings. */
async function begin(db: Kysely<Beginning>) {
  const group = { id: everyone as string, name: 'Everyone', settings: JSON.stringify(defaultGroupSettings) }
  await db.insertInto('agent_group').values(group).execute()
  await db
    .insertInto('group_member')
    .columns(['group_id', 'agent_id'])
    .expression((eb) => eb.selectFrom('agent').select([sql.lit(everyone as string).as('group_id'), 'id']))
    .execute()
  await db
    .insertInto('presence')
    .columns(['agent_id'])
    .expression((eb) => eb.selectFrom('agent').select('id'))
    .execute()
  await db
    .updateTable('chat')
    .set((eb) => ({ group_id: everyone as string, waiting_since: eb.ref('requested_at') }))
    .execute()
  const active = db.selectFrom('chat').select('id').where('phase', '=', 'active')
  await db.updateTable('chat_agent').set({ active: 1 }).where('chat_id', 'in', active).execute()
  await db
    .insertInto('timer')
    .columns(['kind', 'key', 'due_at'])
    .expression((eb) =>
      eb
        .selectFrom('chat')
        .select([sql.lit('chat').as('kind'), 'id', sql.lit(0).as('due_at')])
        .where('phase', 'in', ['waiting', 'active']),
    )
    .execute()
}
