import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** Requests that wait on, but do not ring for me: those that I declined, and all of them. */
  readonly declined: number
  readonly quiet: number
}

const t = texts.requests

/** Nothing to do, and whether that can be believed. */
export function NobodyWaits({ accounts, declined, quiet }: Props) {
  const isReachable = accounts.some(({ state }) => state === 'online')
  const text = quiet ? waits(declined, quiet) : isReachable ? t.noneText : t.unreachable
  return <Empty icon={isReachable ? 'bell' : 'bell-off'} title={quiet ? t.noneForMe : t.none} text={text} />
}

const waits = (declined: number, quiet: number) => (declined === quiet ? t.declinedWait(declined) : t.quietWait(quiet))
