import type { ApiClient } from '#shared/client/api-client.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import type { Hint } from '#shared/contract/signals.ts'
import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import { type AccountId, db, type FollowUpRow } from '../../core/db.ts'
import { ofAccount } from '../../core/of-account.ts'

const lists = ['abandoned', 'callbacks'] as const satisfies readonly FollowUpList[]

/** Asks the server what is still to be seen to (R12, A25, A26) and keeps that in place of what was known. */
export async function learnFollowUps(accountId: AccountId, api: Pick<ApiClient, 'listFollowUps'>): Promise<void> {
  const answers = await Promise.all(lists.map((list) => api.listFollowUps({ query: { list } })))
  const rows = lists.flatMap((list, i) =>
    (answers[i]?.followUps ?? []).map(
      (followUp): FollowUpRow => ({
        accountId,
        chatId: followUp.chat.chatId,
        list,
        endedAt: followUp.endedAt,
        followUp,
      }),
    ),
  )
  await db.transaction('rw', db.followUps, db.accounts, async () => {
    if (!(await db.accounts.get(accountId))) return
    await ofAccount(db.followUps, accountId).delete()
    await db.followUps.bulkPut(rows)
  })
}

/** Whether a push may have changed the lists. One without its events may. */
export const mayChangeFollowUps = ({ events }: Hint): boolean => !events || events.some(({ event }) => changes(event))

function changes(event: ChatEvent): boolean {
  if (event.type === 'chat-ended') return event.outcome !== 'completed'
  return event.type === 'followed-up' || event.type === 'chat-reopened' || event.type === 'answer-mailed'
}
