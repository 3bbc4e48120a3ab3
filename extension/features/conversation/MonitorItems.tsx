import type { ChatRow } from '../../core/db.ts'
import { setMonitor } from '../../core/monitor.ts'
import type { MonitorLevel } from '../../core/monitor-row.ts'
import { texts } from '../../i18n/texts.ts'
import { MenuChoice } from '../../ui/MenuItem.tsx'
import { MenuPart } from '../../ui/MenuPart.tsx'
import { useMonitor } from './use-monitor.ts'

const t = texts.attention.monitor
const levels = ['off', 'visitor', 'all'] as const satisfies readonly (MonitorLevel | 'off')[]

/** **Monitor** (A20): of which events in this chat the agent is notified. */
export function MonitorItems({ row, onPicked }: { readonly row: ChatRow; readonly onPicked: () => void }) {
  const level = useMonitor(row)
  return (
    <MenuPart label={t.label} explained={t.explained}>
      {levels.map((one) => (
        <MenuChoice
          key={one}
          chosen={one === level}
          onPick={() => {
            onPicked()
            void setMonitor(row, one)
          }}
        >
          {t.levels[one]}
        </MenuChoice>
      ))}
    </MenuPart>
  )
}
