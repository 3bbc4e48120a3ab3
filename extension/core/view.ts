import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'

const renewal = 5_000
/** A page that was killed cannot say so: its word holds this long, in ms. */
export const viewLifetime = 3 * renewal

const surfaceId = crypto.randomUUID()

/**
 * Says that this page shows a chat, for as long as the page is visible, so that nothing notifies about it.
 * @param gone ends it: the agent went to another chat or list
 */
export function viewChat(accountId: AccountId, chatId: ChatId, gone: AbortSignal): void {
  const say = () =>
    document.visibilityState === 'visible' && !gone.aborted
      ? db.views.put({ surfaceId, accountId, chatId, until: Date.now() + viewLifetime })
      : db.views.delete(surfaceId)
  const timer = setInterval(say, renewal)
  document.addEventListener('visibilitychange', say, { signal: gone })
  addEventListener('pagehide', () => db.views.delete(surfaceId), { signal: gone })
  gone.addEventListener('abort', () => {
    clearInterval(timer)
    void say()
  })
  void say()
}
