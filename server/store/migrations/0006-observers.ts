import type { Kysely } from 'kysely'

/** Who reads along in chats, and who may. */
export async function up({ schema }: Kysely<unknown>) {
  await schema
    .alterTable('agent')
    .addColumn('may_observe', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('observer')
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('chat_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('observer_pk', ['agent_id', 'chat_id'])
    .execute()
}
