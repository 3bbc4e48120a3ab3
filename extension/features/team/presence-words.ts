import type { AgentPresence } from '#shared/contract/presence.ts'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { statusesOf, statusName } from '../status/status-words.ts'

/** What a colleague's dot says, in words (A17): the status that they chose, and whether that is the whole truth. */
export function presenceWords(account: AccountRow, { status: id, dot }: AgentPresence): string {
  const status = statusesOf(account).find((one) => one.id === id)
  if (!status) return texts.status.dots[dot]
  const name = statusName(status)
  if (dot === 'black') return status.id === 'offline' ? name : texts.status.dots.black
  return dot === 'yellow' && status.takesChats ? texts.team.idle(name) : name
}
