import { everyone } from '#shared/contract/ids.ts'
import type { ChatRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { texts } from '../../i18n/texts.ts'
import { groups } from '../../live/groups.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuItem.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

const t = texts.moving

interface Props {
  readonly row: ChatRow
  readonly onMove: (group: GroupRow) => void
}

/** **Move to group** (R8), where the server has several. */
export function MoveMenu({ row, onMove }: Props) {
  const known = groupsOf(row)
  const now = known.find(({ groupId }) => groupId === (row.chat.group?.id ?? everyone))
  if (known.length < 2) return null
  return (
    <Menu
      label={t.label}
      button={
        <span title={t.label}>
          <Icon name="move" />
          <VisuallyHidden>{t.label}</VisuallyHidden>
        </span>
      }
    >
      {(close) => (
        <>
          {now && <p class="explained">{t.explained(now.name)}</p>}
          {known.map((group) => (
            <MenuChoice
              key={group.groupId}
              chosen={group === now}
              onPick={() => {
                close()
                if (group !== now) onMove(group)
              }}
            >
              <bdi>{group.name}</bdi>
            </MenuChoice>
          ))}
        </>
      )}
    </Menu>
  )
}

const groupsOf = ({ accountId }: ChatRow) =>
  [...groups.value.values()]
    .filter((group) => group.accountId === accountId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
