import type { ChatRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { MonitorItems } from './MonitorItems.tsx'
import { MoveItems } from './MoveItems.tsx'
import './ChatMenu.css'

interface Props {
  readonly row: ChatRow
  /** Each missing where it cannot be done just now. */
  readonly onLeave: (() => void) | undefined
  readonly onPopOut: (() => void) | undefined
  readonly onMove: ((group: GroupRow) => void) | undefined
  readonly canMonitor: boolean
}

const t = texts.conversation

/** What is seldom done with a chat as a whole, so that its name keeps its room; nothing when there is nothing. */
export function ChatMenu({ row, onLeave, onPopOut, onMove, canMonitor }: Props) {
  const items = [
    { words: t.leave, act: onLeave },
    { words: t.openWindow, act: onPopOut },
  ].filter((item) => item.act !== undefined)
  if (!items.length && !canMonitor && !onMove) return null
  return (
    <Menu
      label={t.more}
      button={
        <span title={t.more}>
          <Icon name="more" />
          <VisuallyHidden>{t.more}</VisuallyHidden>
        </span>
      }
    >
      {(close) => {
        const closing = (act?: () => void) => () => {
          close()
          act?.()
        }
        return (
          <>
            {items.map(({ words, act }) => (
              <MenuItem key={words} onPick={closing(act)}>
                {words}
              </MenuItem>
            ))}
            {canMonitor && <MonitorItems row={row} onPicked={close} />}
            {onMove && <MoveItems row={row} onMove={(group) => closing(() => onMove(group))()} onStay={close} />}
          </>
        )
      }}
    </Menu>
  )
}
