import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await chats(db)
  await people(db)
  await keeping(db)
}

async function chats({ schema }: Kysely<unknown>) {
  await schema
    .createTable('chat')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('visitor_id', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('requested_at', 'bigint', (c) => c.notNull())
    .addColumn('last_activity_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('chat_by_phase').on('chat').columns(['phase', 'last_activity_at']).execute()
  await schema.createIndex('chat_by_visitor').on('chat').columns(['visitor_id', 'requested_at']).execute()
  await schema
    .createTable('chat_agent')
    .addColumn('chat_id', 'text', (c) => c.notNull().references('chat.id'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('chat_agent_pk', ['chat_id', 'agent_id'])
    .execute()
  await schema.createIndex('chat_agent_by_agent').on('chat_agent').columns(['agent_id', 'chat_id']).execute()
  await schema
    .createTable('receipt')
    .addColumn('chat_id', 'text', (c) => c.notNull().references('chat.id'))
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('delivered', 'bigint', (c) => c.notNull())
    .addColumn('read', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('receipt_pk', ['chat_id', 'actor_id'])
    .execute()
}

async function people({ schema }: Kysely<unknown>) {
  await schema
    .createTable('agent')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('username', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('visitor')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('session_by_expiry').on('session').column('expires_at').execute()
}

async function keeping({ schema }: Kysely<unknown>) {
  await schema
    .createTable('setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('timer')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull().defaultTo('{}'))
    .addPrimaryKeyConstraint('timer_pk', ['kind', 'key'])
    .execute()
  await schema.createIndex('timer_by_time').on('timer').column('due_at').execute()
}
