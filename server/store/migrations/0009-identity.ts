import type { Kysely } from 'kysely'

/** Whom sites have identified, and what visitors answered before their chats. */
export async function up({ schema }: Kysely<unknown>) {
  await schema.alterTable('visitor').addColumn('external_id', 'text').execute()
  await schema.alterTable('visitor').addColumn('identity', 'text').execute()
  await schema.alterTable('visitor').addColumn('fields', 'text').execute()
  await schema.createIndex('visitor_by_external_id').unique().on('visitor').column('external_id').execute()
}
