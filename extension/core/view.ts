import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'

const renewal = 5_000
/** A page that was killed cannot say so: its word holds this long, in ms. */
const viewLifetime = 3 * renewal

const surfaceId = crypto.randomUUID()

/**
 * Says that this page shows a chat, for as long as the page is visible, so that nothing notifies about it.
 * @param gone ends it: the agent went to another chat or list
 */
export function viewChat(accountId: AccountId, chatId: ChatId, gone: AbortSignal): void {
  const say = () =>
    document.visibilityState === 'visible' && !gone.aborted
      ? db.views.put({ surfaceId, accountId, chatId, until: Date.now() + viewLifetime })
      : withdraw()
  // The page may show another chat by now: that word stays.
  const withdraw = () =>
    db.views
      .where({ surfaceId })
      .filter((view) => view.chatId === chatId)
      .delete()
  const timer = setInterval(say, renewal)
  document.addEventListener('visibilitychange', say, { signal: gone })
  addEventListener('pagehide', withdraw, { signal: gone })
  gone.addEventListener('abort', () => {
    clearInterval(timer)
    void say()
  })
  void say()
}
