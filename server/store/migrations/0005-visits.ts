import { type Kysely, sql } from 'kysely'

/** Who is on the sites now, and chats that agents begin with them. */
export async function up(db: Kysely<unknown>) {
  await visits(db)
  await chats(db)
}

async function visits({ schema }: Kysely<unknown>) {
  await schema
    .createTable('online_visitor')
    .addColumn('visitor_id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('arrived_at', 'bigint', (c) => c.notNull())
    .addColumn('start_page', 'text', (c) => c.notNull())
    .addColumn('page', 'text', (c) => c.notNull())
    .addColumn('page_since', 'bigint', (c) => c.notNull())
    .addColumn('referrer', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('place', 'text')
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('returned', 'integer', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('look_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('online_visitor_by_arrival')
    .on('online_visitor')
    .columns(['arrived_at', 'visitor_id'])
    .where(sql.ref('state'), '<>', sql.lit('gone'))
    .execute()
  await schema.createIndex('online_visitor_to_look_at').on('online_visitor').column('look_at').execute()
  await schema
    .createTable('visit')
    .addColumn('visitor_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('page', 'text', (c) => c.notNull())
    .addColumn('page_since', 'bigint', (c) => c.notNull())
    .addColumn('shown_at', 'bigint', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('visit_pk', ['visitor_id', 'id'])
    .execute()
}

async function chats({ schema }: Kysely<unknown>) {
  await schema
    .alterTable('chat')
    .addColumn('invited', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .createIndex('chat_open_by_visitor')
    .on('chat')
    .column('visitor_id')
    .where(sql.ref('phase'), '<>', sql.lit('ended'))
    .execute()
}
