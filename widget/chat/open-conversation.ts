import composer from './Composer.css?inline'
import conversation from './Conversation.css?inline'
import { Conversation } from './Conversation.tsx'
import { PastLog } from './PastLog.tsx'
import { Preview } from './Preview.tsx'

/** What follows the first message: the log, what one writes in, and the small window of a reply. */
export interface ConversationPart {
  readonly Conversation: typeof Conversation
  readonly Preview: typeof Preview
  readonly PastLog: typeof PastLog
}

export function openConversation(): ConversationPart {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(conversation + composer)
  document.adoptedStyleSheets.push(sheet)
  return { Conversation, Preview, PastLog }
}
