import type { Selectable } from 'kysely'
import type { SavedWidget } from '#shared/contract/widgets-api.ts'
import type { Database } from '../../store/database.ts'
import type { WidgetTable } from '../../store/tables.ts'

export type SavedWidgets = ReturnType<typeof createSavedWidgets>

export interface WidgetChange {
  readonly name: string
  readonly config: SavedWidget['config']
  /** The version that is changed; 0 for one that there is not yet. */
  readonly replaces: number
  /** Who changes it, by name. */
  readonly by: string
}

/** The configurations that were saved under a name (G2), as a plain table. */
export const createSavedWidgets = ({ query }: Database) => ({
  async find(name: string): Promise<SavedWidget | null> {
    const row = await query.selectFrom('widget').selectAll().where('name', '=', name).executeTakeFirst()
    return row ? widgetOf(row) : null
  },

  async all(): Promise<SavedWidget[]> {
    const rows = await query.selectFrom('widget').selectAll().orderBy('name').execute()
    return rows.map(widgetOf)
  },

  /** Adds or changes one; nothing when what is there is not the version that this changes. */
  async save({ name, config, replaces, by }: WidgetChange, now: number): Promise<SavedWidget | null> {
    const changed = { config: JSON.stringify(config), version: replaces + 1, changed_at: now, changed_by: by }
    const row =
      replaces === 0
        ? await query
            .insertInto('widget')
            .values({ name, ...changed })
            .onConflict((on) => on.column('name').doNothing())
            .returningAll()
            .executeTakeFirst()
        : await query
            .updateTable('widget')
            .set(changed)
            .where('name', '=', name)
            .where('version', '=', replaces)
            .returningAll()
            .executeTakeFirst()
    return row ? widgetOf(row) : null
  },

  /** `taken`: there is another of that name; `gone`: there is none to rename. */
  async rename(from: string, to: string): Promise<SavedWidget | 'taken' | 'gone'> {
    return query.transaction().execute(async (tx) => {
      const row = await tx.deleteFrom('widget').where('name', '=', from).returningAll().executeTakeFirst()
      if (!row) return 'gone'
      const renamed = await tx
        .insertInto('widget')
        .values({ ...row, name: to })
        .onConflict((on) => on.column('name').doNothing())
        .returningAll()
        .executeTakeFirst()
      if (renamed) return widgetOf(renamed)
      await tx.insertInto('widget').values(row).execute()
      return 'taken'
    })
  },

  async remove(name: string): Promise<boolean> {
    const { numDeletedRows } = await query.deleteFrom('widget').where('name', '=', name).executeTakeFirst()
    return numDeletedRows > 0n
  },
})

const widgetOf = (row: Selectable<WidgetTable>): SavedWidget => ({
  name: row.name,
  config: JSON.parse(row.config),
  version: row.version,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})
