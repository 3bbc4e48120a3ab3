import type { Kysely } from 'kysely'

/** Previews of the snippet generator, each a group in which nobody is. When the words of a chat were erased. */
export async function up({ schema }: Kysely<unknown>) {
  await schema
    .createTable('preview')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('settings', 'text', (c) => c.notNull())
    .addColumn('away', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('closed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('chat').addColumn('erased_at', 'bigint').execute()
  await schema
    .createIndex('chat_by_erasure')
    .on('chat')
    .column('erased_at')
    .where('erased_at', 'is not', null)
    .execute()
  await schema.createIndex('session_by_actor').on('session').column('actor_id').execute()
}
