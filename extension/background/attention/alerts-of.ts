import { isInternal } from '#shared/contract/streams.ts'
import type { AlertRow, ChatRow } from '../../core/db.ts'
import { lastReceived } from '../../core/other-side.ts'
import { partnerName } from '../../i18n/partner-name.ts'
import { requestWords } from '../../i18n/request-words.ts'
import { texts } from '../../i18n/texts.ts'
import { timeOfDay } from '../../i18n/times.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import type { Notification } from '../../platform/notify.ts'
import { chatAlert } from './alert-id.ts'
import type { ChatNews } from './chat-news.ts'
import { keyOf, type Needs } from './needs.ts'

/** A notification that should be shown, and the message number that it tells of: a higher one alerts anew. */
export interface Alert extends Notification, Pick<AlertRow, 'version'> {}

export const acceptAndDecline = ['Accept', 'Decline'] as const

/**
 * The notifications that belong to what wants the agent: one per request (A1), one per chat with a reply that nobody sees, one per
 * answer that is due soon (R14), and one per event in a chat that is monitored (A20). None while the agent is not to be disturbed.
 */
export function alertsOf(needs: Needs): Alert[] {
  const { requests, unseen, due, news, accounts, onScreen, quiet } = needs
  if (quiet) return []
  const server = (row: ChatRow) => {
    const account = accounts.find(({ id }) => id === row.accountId)
    return accounts.length > 1 && account ? ` · ${new URL(account.serverUrl).host}` : ''
  }
  const told = new Set(news.map(({ row }) => keyOf(row)))
  return [
    ...requests.map((row) => ({
      id: chatAlert('request', row),
      title: `${requestWords(row.chat)}${server(row)}`,
      message: row.chat.lastMessage?.text ?? row.chat.description ?? row.chat.page.title,
      buttons: acceptAndDecline,
      stays: true,
      version: 0,
    })),
    // What a monitored chat tells event by event is not told twice.
    ...unseen
      .filter((row) => !told.has(keyOf(row)))
      .map((row) => ({
        ...passing,
        id: chatAlert('reply', row),
        title: `${partnerName(row)}${server(row)}`,
        message: row.chat.lastMessage?.text ?? '',
        version: lastReceived(row),
      })),
    ...due
      .filter(({ row }) => !onScreen.has(keyOf(row)))
      .map(({ row, level }) => ({
        ...passing,
        id: chatAlert('due', row),
        title: `${texts.attention.due[level.state === 'breached' ? 'overdue' : 'soon'](visitorName(row.chat.visitor))}${server(row)}`,
        message: texts.attention.due.soonText(timeOfDay(level.dueAt)),
        version: level.dueAt,
      })),
    ...news
      .filter(({ row }) => !onScreen.has(keyOf(row)))
      .map((one) => ({
        ...passing,
        id: chatAlert('event', one.row, numberOf(one)),
        title: `${partnerName(one.row)}${server(one.row)}`,
        message: one.words,
        version: 0,
      })),
  ]
}

const passing = { buttons: [], stays: false } as const

/** Of both streams, numbered by themselves. */
const numberOf = ({ stored: { stream, seq } }: ChatNews) => `${isInternal(stream) ? 'i' : ''}${seq}`
