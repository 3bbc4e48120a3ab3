import type { ChatId } from '#shared/contract/ids.ts'
import type { AccountId } from '../../core/db.ts'

export type AlertKind = 'request' | 'reply'
export interface ChatAlert {
  readonly kind: AlertKind
  readonly accountId: AccountId
  readonly chatId: ChatId
}

/** A notification's id says what it is about: the background that showed it may be dead when it is clicked. */
export const chatAlert = (kind: AlertKind, { accountId, chatId }: Omit<ChatAlert, 'kind'>) =>
  `${kind}/${accountId}/${chatId}`

/** Nothing for an id that is not ours. */
export function readAlertId(id: string): ChatAlert | null {
  const [kind, accountId, chatId, more] = id.split('/')
  if ((kind !== 'request' && kind !== 'reply') || !accountId || !chatId || more !== undefined) return null
  return { kind, accountId: accountId as AccountId, chatId: chatId as ChatId }
}
