import { createApiClient } from '#shared/client/api-client.ts'
import { type AccountId, db } from '../../core/db.ts'
import { ofAccount } from '../../core/of-account.ts'

const answerWithin = 5_000

/** Signs out; chats, drafts and outbox stay. The server is told where it can be reached; the token is forgotten in any case. */
export async function signOut(accountId: AccountId, send: typeof fetch): Promise<void> {
  const account = await db.accounts.get(accountId)
  await db.accounts.update(accountId, { token: null, state: 'signed-out' })
  if (!account?.token) return
  const { token, serverUrl } = account
  const api = createApiClient(serverUrl, send, () => token)
  await api.signOut({}, { signal: AbortSignal.timeout(answerWithin) }).catch(() => {})
}

/** Signs out and deletes all that this browser holds of the account. */
export async function removeAccount(accountId: AccountId, send: typeof fetch): Promise<void> {
  await signOut(accountId, send)
  const {
    accounts,
    chats,
    events,
    cursors,
    receipts,
    outbox,
    drafts,
    typing,
    notices,
    followUps,
    visitors,
    visitorLists,
    groups,
    monitors,
    team,
  } = db
  const seen = [followUps, visitors, visitorLists, groups, monitors, team]
  const tables = [accounts, chats, events, cursors, receipts, outbox, drafts, typing, notices, ...seen]
  await db.transaction('rw', tables, async () => {
    await accounts.delete(accountId)
    await ofAccount(chats, accountId).delete()
    await ofAccount(events, accountId).delete()
    await ofAccount(cursors, accountId).delete()
    await ofAccount(receipts, accountId).delete()
    await ofAccount(drafts, accountId).delete()
    await ofAccount(typing, accountId).delete()
    await ofAccount(followUps, accountId).delete()
    await ofAccount(visitors, accountId).delete()
    await visitorLists.delete(accountId)
    await ofAccount(groups, accountId).delete()
    await ofAccount(monitors, accountId).delete()
    await ofAccount(team, accountId).delete()
    await outbox.filter((row) => row.accountId === accountId).delete()
    await notices.filter((row) => row.accountId === accountId).delete()
  })
}
