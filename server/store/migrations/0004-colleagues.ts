import { type Kysely, sql } from 'kysely'

/** Chats between colleagues: who was asked, indexed for whoever waits to be found. */
export async function up({ schema }: Kysely<unknown>) {
  await schema.alterTable('chat').addColumn('asked_agent', 'text').execute()
  await schema
    .createIndex('chat_by_asked_agent')
    .on('chat')
    .columns(['asked_agent', 'phase'])
    .where(sql.ref('asked_agent'), 'is not', null)
    .execute()
}
