import { command } from '../../core/request.ts'
import { attempt } from '../../live/attempt.ts'
import type { ChatKey } from '../chats/chat-key.ts'

export const acceptRequest = ({ accountId, chatId }: ChatKey) => attempt(command('accept-chat', { accountId, chatId }))

export const declineRequest = ({ accountId, chatId }: ChatKey) =>
  attempt(command('decline-chat', { accountId, chatId }))

/** Quiets one request, or all that ring now (A22). */
export const silenceRing = (which?: ChatKey) =>
  attempt(command('silence', which ? { accountId: which.accountId, chatId: which.chatId } : {}))
