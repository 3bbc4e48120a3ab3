import type { ChatId } from '#shared/contract/ids.ts'
import type { AccountId } from '../../core/db.ts'

const kinds = ['request', 'reply', 'due', 'event'] as const
export type AlertKind = (typeof kinds)[number]
export interface ChatAlert {
  readonly kind: AlertKind
  readonly accountId: AccountId
  readonly chatId: ChatId
}

/**
 * A notification's id says what it is about: the background that showed it may be dead when it is clicked.
 * @param which one of several of that kind about one chat
 */
export const chatAlert = (kind: AlertKind, { accountId, chatId }: Omit<ChatAlert, 'kind'>, which?: string) =>
  [kind, accountId, chatId, ...(which ? [which] : [])].join('/')

/** Nothing for an id that is not ours. */
export function readAlertId(id: string): ChatAlert | null {
  const [name, accountId, chatId, which, more] = id.split('/')
  const kind = kinds.find((one) => one === name)
  if (!kind || !accountId || !chatId || (which !== undefined) !== (kind === 'event') || more !== undefined) return null
  return { kind, accountId: accountId as AccountId, chatId: chatId as ChatId }
}
