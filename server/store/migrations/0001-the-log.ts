import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('stream')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('last_seq', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text')
    .execute()
  await schema
    .createTable('event')
    .addColumn('stream', 'text', (c) => c.notNull().references('stream.id'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_kind', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('actor_name', 'text', (c) => c.notNull())
    .addColumn('client_id', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_pk', ['stream', 'seq'])
    .execute()
  await schema
    .createTable('command')
    .addColumn('stream', 'text', (c) => c.notNull().references('stream.id'))
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('client_id', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('command_pk', ['stream', 'actor_id', 'client_id'])
    .execute()
  await schema
    .createTable('reaction_due')
    .addColumn('reaction', 'text', (c) => c.notNull())
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('from_seq', 'bigint', (c) => c.notNull())
    .addColumn('to_seq', 'bigint', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('reaction_due_pk', ['reaction', 'stream', 'from_seq'])
    .execute()
  await schema.createIndex('reaction_due_by_time').on('reaction_due').column('due_at').execute()
}
