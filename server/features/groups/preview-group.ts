import type { Kysely } from 'kysely'
import * as v from 'valibot'
import { GroupSettings } from '#shared/contract/groups.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import type { OfficeHours } from '#shared/contract/office-hours.ts'
import type { Tables } from '../../store/tables.ts'
import type { KnownGroup } from './groups.ts'

/** The group that a preview is (G4): the rules of a real one, but no agent, and its own office hours. */
export async function previewGroup(query: Kysely<Tables>, id: GroupId): Promise<KnownGroup | null> {
  const row = await query.selectFrom('preview').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const settings = v.parse(GroupSettings, JSON.parse(row.settings))
  return { id, name: row.name, settings: { ...settings, hours: row.closed ? closed : null }, attended: !row.away }
}

const closed: OfficeHours = { zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
