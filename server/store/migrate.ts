import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import * as theLog from './migrations/0001-the-log.ts'
import * as chatsAndPeople from './migrations/0002-chats-and-people.ts'
import * as routing from './migrations/0003-routing.ts'
import * as colleagues from './migrations/0004-colleagues.ts'
import * as visits from './migrations/0005-visits.ts'
import * as observers from './migrations/0006-observers.ts'
import * as widgets from './migrations/0007-widgets.ts'
import * as previews from './migrations/0008-previews.ts'
import * as identity from './migrations/0009-identity.ts'
import * as groupVersions from './migrations/0010-group-versions.ts'
import type { Tables } from './tables.ts'

/** Forward only, in the order of their names. */
const migrations = {
  '0001-the-log': theLog,
  '0002-chats-and-people': chatsAndPeople,
  '0003-routing': routing,
  '0004-colleagues': colleagues,
  '0005-visits': visits,
  '0006-observers': observers,
  '0007-widgets': widgets,
  '0008-previews': previews,
  '0009-identity': identity,
  '0010-group-versions': groupVersions,
}

/** Brings the database to this version. Of several processes that start together one does it, the others wait. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
}
