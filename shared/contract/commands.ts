import type { Page } from './events.ts'
import type { ChatId } from './ids.ts'

/** Everything a person can ask of a chat. */
export type ChatCommand =
  | { readonly type: 'start-chat'; readonly chatId: ChatId; readonly page: Page; readonly language: string }
  | { readonly type: 'send-message'; readonly chatId: ChatId; readonly text: string }
  | { readonly type: 'accept-chat'; readonly chatId: ChatId }
  | { readonly type: 'decline-chat'; readonly chatId: ChatId }
  | { readonly type: 'end-chat'; readonly chatId: ChatId }
