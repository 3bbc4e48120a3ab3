import { type ChatRow, db } from '../../core/db.ts'
import { setMonitor } from '../../core/monitor.ts'
import type { MonitorLevel } from '../../core/monitor-row.ts'
import { texts } from '../../i18n/texts.ts'
import { useLive } from '../../live/use-live.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuItem.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import './MonitorMenu.css'

const t = texts.attention.monitor
const levels = ['off', 'visitor', 'all'] as const satisfies readonly (MonitorLevel | 'off')[]

/** **Monitor** (A20): of which events in this chat the agent is notified. */
export function MonitorMenu({ row }: { readonly row: ChatRow }) {
  const { accountId, chatId } = row
  const monitor = useLive(async () => (await db.monitors.get([accountId, chatId])) ?? null, [accountId, chatId])
  const level = monitor?.level ?? 'off'
  return (
    <Menu
      label={t.label}
      button={
        <span class="monitor-button" data-level={level} title={t.label}>
          <Icon name="eye" />
          <VisuallyHidden>{level === 'off' ? t.label : t.labelOn(t.levels[level])}</VisuallyHidden>
        </span>
      }
    >
      {(close) => (
        <>
          <p class="explained">{t.explained}</p>
          {levels.map((one) => (
            <MenuChoice
              key={one}
              chosen={one === level}
              onPick={() => {
                close()
                void setMonitor(row, one)
              }}
            >
              {t.levels[one]}
            </MenuChoice>
          ))}
        </>
      )}
    </Menu>
  )
}
