import { everyone } from '#shared/contract/ids.ts'
import type { ChatRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { texts } from '../../i18n/texts.ts'
import { groups } from '../../live/groups.ts'
import { MenuChoice } from '../../ui/MenuItem.tsx'
import { MenuPart } from '../../ui/MenuPart.tsx'

const t = texts.moving

interface Props {
  readonly row: ChatRow
  readonly onMove: (group: GroupRow) => void
  /** The group that it is in was chosen. */
  readonly onStay: () => void
}

/** **Move to group** (R8), where the server has several. */
export function MoveItems({ row, onMove, onStay }: Props) {
  const known = groupsOf(row)
  const now = known.find(({ groupId }) => groupId === (row.chat.group?.id ?? everyone))
  if (known.length < 2) return null
  return (
    <MenuPart label={t.label} explained={now && t.explained(now.name)}>
      {known.map((group) => (
        <MenuChoice
          key={group.groupId}
          chosen={group === now}
          onPick={() => (group === now ? onStay() : onMove(group))}
        >
          <bdi>{group.name}</bdi>
        </MenuChoice>
      ))}
    </MenuPart>
  )
}

const groupsOf = ({ accountId }: ChatRow) =>
  [...groups.value.values()]
    .filter((group) => group.accountId === accountId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
