import { writeSetting } from '../../core/settings.ts'
import type { ChatKey } from './chat-key.ts'

/** Has every open surface go to this chat; one that opens within the next seconds too. */
export const showChat = ({ accountId, chatId }: ChatKey): Promise<void> =>
  writeSetting('openChat', { accountId, chatId, at: Date.now() })
