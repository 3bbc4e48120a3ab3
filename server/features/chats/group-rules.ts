import type { Beginning, EndRule } from '#shared/contract/commands.ts'
import type { Page } from '#shared/contract/events.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { GivenField } from '#shared/contract/visitor-fields.ts'
import { isOpen } from '#shared/domain/office-hours/office-hours.ts'
import { previewOf } from '#shared/domain/preview/preview-ids.ts'
import type { Database } from '../../store/database.ts'
import type { Groups } from '../groups/groups.ts'
import { identityOf } from '../identity/identified-visitor.ts'
import { checkFields } from '../visitors/check-fields.ts'
import type { ChatQueries } from './queries.ts'

interface Asked {
  readonly page: Page
  readonly language: string
  readonly group?: GroupId | undefined
  readonly description?: string | undefined
  readonly fields?: readonly GivenField[] | undefined
}

/** What commands have to know of the group that a chat is in. */
export const createGroupRules = ({
  db,
  groups,
  queries,
  now,
}: {
  readonly db: Database
  readonly groups: Groups
  readonly queries: ChatQueries
  readonly now: () => number
}) => ({
  /**
   * With the group that was asked for; with Everyone when there is none such. Whoever is in a preview is in its group (G4). With who the
   * site says that the visitor is (W11), and what they answered (W9); refuses answers that are none.
   */
  async beginning({ page, language, group, description, fields }: Asked, visitor: ActorId): Promise<Beginning> {
    const known = fields?.length ? checkFields(fields, now()) : null
    const { id, name } = await groups.orEveryone(previewOf(visitor) ?? group)
    const identity = await identityOf(db, visitor)
    return {
      page,
      language,
      group: { id, name },
      ...(description && { description }),
      ...(identity && { identity }),
      ...(known && { fields: known }),
    }
  },

  /** How long after its end a chat of this group is reopened by its visitor, in seconds. */
  async reopening(chatId: ChatId): Promise<number | null> {
    const { settings } = await groups.orEveryone((await queries.chat(chatId))?.group?.id)
    return settings.reopenWithin
  },

  async ending(chatId: ChatId): Promise<EndRule> {
    const { settings } = await groups.orEveryone((await queries.chat(chatId))?.group?.id)
    return { policy: settings.visitorMayEnd, open: isOpen(settings.hours, now()) }
  },
})
