import type { AccountRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import type { ListFilter } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { groups } from '../../live/groups.ts'
import { optionsOf } from '../../ui/Select.tsx'
import { hostOf } from '../accounts/account-name.ts'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly value: ListFilter['groups']
  readonly onValue: (groups: ListFilter['groups']) => void
}

const t = texts.attention.filter

/** **All groups**, **My groups**, or a single one (A12). */
export function GroupSelect({ accounts, value, onValue }: Props) {
  const all = [...groups.value.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  const chosen = typeof value === 'string' ? value : keyOf(value)
  const names = Object.fromEntries(all.map((group) => [keyOf(group), nameOf(group, accounts)]))
  return (
    <select
      class="input select"
      aria-label={t.groups}
      value={chosen}
      onChange={({ currentTarget }) => {
        const { value: key } = currentTarget
        const group = all.find((one) => keyOf(one) === key)
        if (group) onValue({ accountId: group.accountId, groupId: group.groupId })
        else onValue(key === 'mine' ? 'mine' : 'all')
      }}
    >
      {optionsOf({
        all: t.allGroups,
        mine: t.myGroups,
        ...(typeof value !== 'string' && !names[chosen] && { [chosen]: t.goneGroup }),
        ...names,
      })}
    </select>
  )
}

const keyOf = ({ accountId, groupId }: Pick<GroupRow, 'accountId' | 'groupId'>) => `${accountId}/${groupId}`

function nameOf({ accountId, name }: GroupRow, accounts: readonly AccountRow[]): string {
  const account = accounts.find(({ id }) => id === accountId)
  return accounts.length > 1 && account ? `${name} · ${hostOf(account)}` : name
}
