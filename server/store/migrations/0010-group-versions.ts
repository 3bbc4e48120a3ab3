import type { Kysely } from 'kysely'

/** Of two administrators who change one group at the same time the second is told. */
export async function up({ schema }: Kysely<unknown>) {
  await schema
    .alterTable('agent_group')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
}
