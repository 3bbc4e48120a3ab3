import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** Requests that wait on, but not for me. */
  readonly declined: number
}

const t = texts.requests

/** Nothing to do, and whether that can be believed. */
export function NobodyWaits({ accounts, declined }: Props) {
  const isReachable = accounts.some(({ state }) => state === 'online')
  const text = declined ? t.declinedWait(declined) : isReachable ? t.noneText : t.unreachable
  return <Empty icon={isReachable ? 'bell' : 'bell-off'} title={t.none} text={text} />
}
