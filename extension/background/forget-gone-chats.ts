import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { db } from '../core/db.ts'
import { createFeedStore } from '../core/feed-store.ts'

/** Long enough for late hints about it to be recognised as old. In ms. */
const kept = 60 * 60_000

/**
 * Deletes the local copy of requests that another agent took or whose visitor left: unless somebody is still to see to them, or
 * looks at them just now.
 * @param now ms since 1970
 */
export async function forgetGoneChats(now: number): Promise<void> {
  const gone = await db.chats
    .where('[list+lastActivityAt]')
    .between(['gone', 0], ['gone', now - kept])
    .toArray()
  const views = await db.views.filter((view) => view.until > now).toArray()
  for (const { accountId, chatId } of gone) {
    if (await db.followUps.get([accountId, chatId])) continue
    if (views.some((view) => view.accountId === accountId && view.chatId === chatId)) continue
    const account = await db.accounts.get(accountId)
    if (!account) continue
    const store = createFeedStore(accountId, account.agent.id)
    await store.drop(internalStream(chatId))
    await store.drop(chatStream(chatId))
    await db.monitors.delete([accountId, chatId])
  }
}
