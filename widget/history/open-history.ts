import { enHistory } from '#shared/i18n/widget/en-history.ts'
import { isReply } from '../boot/conversation.ts'
import type { Visit } from '../boot/visit.ts'
import style from './History.css?inline'
import { YourConversations } from './YourConversations.tsx'

/** The visitor's earlier chats, in the place of the current one (W13). */
export interface History {
  readonly texts: typeof enHistory
  isShown(): boolean
  show(shown: boolean): void
  readonly YourConversations: typeof YourConversations
}

export function openHistory(visit: Visit): History {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  let isShown = false
  const newest = () => visit.now().events.findLast(isReply)
  let seen = newest()
  // An answer in the current chat is not to wait behind an old one.
  visit.onChange(() => {
    if (!isShown || newest()?.seq === seen?.seq) return
    isShown = false
    visit.changed()
  })
  return {
    texts: enHistory,
    isShown: () => isShown,
    show(shown) {
      seen = newest()
      isShown = shown
      visit.changed()
    },
    YourConversations,
  }
}
