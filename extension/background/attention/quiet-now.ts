import { nextQuietChange, type Quiet, quietAt } from '#shared/domain/do-not-disturb/do-not-disturb.ts'
import { readSetting } from '../../core/settings.ts'

/** Whether the agent is not to be disturbed (A22), where this machine is, and when that changes; `Infinity`: never. */
export async function quietNow(now: number): Promise<{ quiet: Quiet | null; changesAt: number }> {
  const hours = await readSetting('doNotDisturb')
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const changesAt = nextQuietChange(hours, timeZone, now) ?? Number.POSITIVE_INFINITY
  return { quiet: quietAt(hours, timeZone, now), changesAt }
}
