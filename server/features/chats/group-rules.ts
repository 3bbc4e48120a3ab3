import type { Beginning, EndRule } from '#shared/contract/commands.ts'
import type { Page } from '#shared/contract/events.ts'
import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { isOpen } from '#shared/domain/office-hours/office-hours.ts'
import type { Groups } from '../groups/groups.ts'
import type { ChatQueries } from './queries.ts'

interface Asked {
  readonly page: Page
  readonly language: string
  readonly group?: GroupId | undefined
  readonly description?: string | undefined
}

/** What commands have to know of the group that a chat is in. */
export const createGroupRules = ({
  groups,
  queries,
  now,
}: {
  readonly groups: Groups
  readonly queries: ChatQueries
  readonly now: () => number
}) => ({
  /** With the group that was asked for; with Everyone when there is none such. */
  async beginning({ page, language, group, description }: Asked): Promise<Beginning> {
    const { id, name } = await groups.orEveryone(group)
    return { page, language, group: { id, name }, ...(description && { description }) }
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
