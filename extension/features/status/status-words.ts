import type { Status } from '#shared/contract/groups.ts'
import type { Dot } from '#shared/contract/presence.ts'
import { builtInStatuses } from '#shared/domain/presence/dot.ts'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import type { DotTone } from '../../ui/Dot.tsx'
import { toneOf } from '../accounts/account-state.ts'

const t = texts.status

/** What an account's agent can choose (P2): before the server has said, what every server has. */
export const statusesOf = ({ statuses }: AccountRow): readonly Status[] =>
  statuses ?? builtInStatuses.map((status) => ({ ...status, builtIn: true }))

/** A status as people call it; those that every server has in their own language. */
export const statusName = ({ id, name }: Pick<Status, 'id' | 'name'>): string =>
  (t.builtIn as Readonly<Record<string, string>>)[id] ?? name

/** How an account is, in a few words: its agent's status while it is connected, else how the connection is. */
export function accountWords(account: AccountRow): string {
  const { state, presence } = account
  if (state !== 'online' || !presence) return texts.accounts.state[state]
  const status = statusesOf(account).find(({ id }) => id === presence.status)
  const name = status ? statusName(status) : t.dots[presence.dot]
  return presence.dot === 'yellow' && status?.takesChats ? t.idle(name) : name
}

export const accountTone = ({ state, presence }: AccountRow): DotTone =>
  state === 'online' && presence ? toneOfDot[presence.dot] : toneOf[state]

/** The five colours of presence (P1). */
export const toneOfDot: Readonly<Record<Dot, DotTone>> = {
  green: 'good',
  yellow: 'warn',
  pink: 'pink',
  red: 'bad',
  black: 'none',
}
