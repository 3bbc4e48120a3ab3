import type { Group } from '#shared/contract/groups.ts'
import { everyone, type GroupId } from '#shared/contract/ids.ts'
import type { GroupRow } from '../../extension/core/group-row.ts'
import type { MonitorRow } from '../../extension/core/monitor-row.ts'
import type { SettingRow, Settings } from '../../extension/core/settings.ts'
import { anAccount, type DeskData } from './desk-data.ts'

export const sales: Group = { id: '00000000-0000-4000-8000-00000000005a' as GroupId, name: 'Sales' }
export const billing: Group = { id: '00000000-0000-4000-8000-0000000000b1' as GroupId, name: 'Billing' }

/** A group as the server has told it: Everyone, mine, and without targets unless it says otherwise. */
export const aGroup = ({ id, name }: Group = { id: everyone, name: 'Everyone' }, change: Partial<GroupRow> = {}) =>
  ({
    accountId: anAccount().id,
    groupId: id,
    name,
    isMine: true,
    firstAnswerTarget: null,
    nextAnswerTarget: null,
    ...change,
  }) satisfies GroupRow

interface More {
  readonly groups?: readonly GroupRow[]
  readonly monitors?: readonly MonitorRow[]
  readonly settings?: Partial<Settings>
}

/** A desk whose browser knows more: groups, what is monitored, what the agent chose. */
export function deskWith(data: DeskData, { groups = [], monitors = [], settings = {} }: More): DeskData {
  const chosen = Object.entries(settings).map(([key, value]) => ({ key, value }) as SettingRow)
  return { ...data, ...{ groups, monitors, settings: chosen } }
}
