import type { ChatRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useMonitor } from './use-monitor.ts'

const t = texts.attention.monitor

/** Beside the name of a chat that is monitored (A20). */
export function MonitorMark({ row }: { readonly row: ChatRow }) {
  const level = useMonitor(row)
  if (level === 'off') return null
  const words = t.labelOn(t.levels[level])
  return (
    <span class="monitor-mark" title={words}>
      <Icon name="eye" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
