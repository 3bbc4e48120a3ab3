import { plural } from '../../i18n/plural.ts'
import { texts } from '../../i18n/texts.ts'
import type { Badge } from '../../platform/badge.ts'
import type { Needs } from './needs.ts'

const t = texts.attention.due
const green = '#0a7d33'
const grey = '#5f6368'
const most = 99

/** The toolbar's badge (A2): how much wants the agent, in green; the tooltip says what. `!` when a server cannot ring. */
export function badgeOf({ requests, replies, due, notSent, accounts }: Needs): Badge {
  const unread = replies.reduce((sum, row) => sum + row.unread, 0)
  const count = requests.length + replies.length
  const overdue = due.filter(({ level }) => level.state === 'breached').length
  const signedOut = accounts.filter((account) => account.state === 'signed-out')
  const said = [
    requests.length && plural(requests.length, { one: '1 request waiting', other: '# requests waiting' }),
    due.length > overdue && t.badge(due.length - overdue),
    overdue && t.badgeOverdue(overdue),
    unread && plural(unread, { one: '1 new reply', other: '# new replies' }),
    notSent && plural(notSent, { one: '1 message not sent', other: '# messages not sent' }),
    ...signedOut.map((account) => `signed out of ${new URL(account.serverUrl).host}`),
  ].filter(Boolean)
  return {
    text: count ? (count > most ? `${most}+` : String(count)) : notSent || signedOut.length ? '!' : '',
    color: count ? green : grey,
    title: said.length ? `Deskbell: ${said.join(', ')}` : 'Deskbell',
  }
}
