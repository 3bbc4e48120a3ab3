import type { Kysely } from 'kysely'

/** Configurations of the contact button, saved under a name. */
export async function up({ schema }: Kysely<unknown>) {
  await schema
    .createTable('widget')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('config', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .execute()
}
