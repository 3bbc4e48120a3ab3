import { type ChatRow, db } from '../../core/db.ts'
import type { MonitorLevel } from '../../core/monitor-row.ts'
import { useLive } from '../../live/use-live.ts'

/** How this chat is monitored by this browser's agent (A20). */
export function useMonitor({ accountId, chatId }: ChatRow): MonitorLevel | 'off' {
  const monitor = useLive(async () => (await db.monitors.get([accountId, chatId])) ?? null, [accountId, chatId])
  return monitor?.level ?? 'off'
}
