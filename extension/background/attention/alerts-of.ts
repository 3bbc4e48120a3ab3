import type { AlertRow, ChatRow } from '../../core/db.ts'
import type { Notification } from '../../platform/notify.ts'
import { chatAlert } from './alert-id.ts'
import type { Needs } from './needs.ts'

/** A notification that should be shown, and the message number that it tells of: a higher one alerts anew. */
export interface Alert extends Notification, Pick<AlertRow, 'version'> {}

export const acceptAndDecline = ['Accept', 'Decline'] as const

/** The notifications that belong to what wants the agent: one per request (A1), one per chat with a reply that nobody sees. */
export function alertsOf({ requests, unseen, accounts }: Needs): Alert[] {
  const server = (row: ChatRow) => {
    const account = accounts.find(({ id }) => id === row.accountId)
    return accounts.length > 1 && account ? ` · ${new URL(account.serverUrl).host}` : ''
  }
  return [
    ...requests.map((row) => ({
      id: chatAlert('request', row),
      title: `${row.chat.visitor.name} is waiting${server(row)}`,
      message: row.chat.lastMessage?.text ?? row.chat.description ?? row.chat.page.title,
      buttons: acceptAndDecline,
      stays: true,
      version: 0,
    })),
    ...unseen.map((row) => ({
      id: chatAlert('reply', row),
      title: `${row.chat.visitor.name}${server(row)}`,
      message: row.chat.lastMessage?.text ?? '',
      buttons: [],
      stays: false,
      version: row.chat.lastVisitorMessage,
    })),
  ]
}
