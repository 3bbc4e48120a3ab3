import { everyone } from '#shared/contract/ids.ts'
import { type ServiceLevel, serviceLevel } from '#shared/domain/service-level/service-level.ts'
import { type ChatRow, db } from './db.ts'
import type { GroupRow } from './group-row.ts'

/** The groups of all accounts, to be looked up by chat. */
export type Groups = ReadonlyMap<string, GroupRow>

const keyOf = (accountId: string, groupId: string) => `${accountId}/${groupId}`

export const readGroups = async (): Promise<Groups> =>
  new Map((await db.groups.toArray()).map((group) => [keyOf(group.accountId, group.groupId), group]))

type InGroup = Pick<ChatRow, 'accountId'> & { readonly chat: Pick<ChatRow['chat'], 'group'> }

/** The group of a chat; nothing before the server has said which there are. Chats older than groups are Everyone's. */
export const groupOf = (groups: Groups, { accountId, chat }: InGroup): GroupRow | undefined =>
  groups.get(keyOf(accountId, chat.group?.id ?? everyone))

/** How a chat stands against its group's targets (R14); nothing when nothing is due. @param now ms since 1970 */
export function levelOf(groups: Groups, row: ChatRow, now: number): ServiceLevel | null {
  const group = groupOf(groups, row)
  return group ? serviceLevel(row.chat, group, now) : null
}
