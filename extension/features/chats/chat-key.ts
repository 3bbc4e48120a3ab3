import type { ChatId } from '#shared/contract/ids.ts'
import type { AccountId } from '../../core/db.ts'

/** Names one chat in this browser. */
export interface ChatKey {
  readonly accountId: AccountId
  readonly chatId: ChatId
}

export const keyText = ({ accountId, chatId }: ChatKey): string => `${accountId}/${chatId}`
export const isSameChat = (one: ChatKey, other: ChatKey): boolean => keyText(one) === keyText(other)
