import { Dexie } from 'dexie'
import { useEffect } from 'preact/hooks'
import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import { type AccountRow, db, type FollowUpRow, type OutboxRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { useLive } from '../../live/use-live.ts'
import { type ChatKey, keyText } from '../chats/chat-key.ts'

export interface FollowUpView {
  readonly row: FollowUpRow
  /** **Done** is on its way. */
  readonly isDone: boolean
}

/** What is still to be seen to, the longest first; undefined while loading. */
export const useFollowUps = (list: FollowUpList) => useLive(() => readFollowUps(list), [list])

/** How many there are, by list. */
export const useFollowUpCounts = () =>
  useLive(async () => ({ abandoned: await open('abandoned').count(), callbacks: await open('callbacks').count() }))

/** Looks anew when the list is opened: a push may have been lost. */
export function useFreshFollowUps(accounts: readonly AccountRow[]): void {
  const ids = accounts.map(({ id }) => id)
  useEffect(() => {
    // What is known is shown meanwhile, or in its place.
    for (const accountId of ids) command('learn-follow-ups', { accountId }).catch(() => {})
  }, [ids.join()])
}

/** One of them; nothing for a chat that needs nobody. */
export async function readFollowUp({ accountId, chatId }: ChatKey): Promise<FollowUpView | null> {
  const [row, outbox] = await Promise.all([db.followUps.get([accountId, chatId]), db.outbox.toArray()])
  return row ? { row, isDone: doneIn(outbox).has(keyText(row)) } : null
}

async function readFollowUps(list: FollowUpList): Promise<FollowUpView[]> {
  const [rows, outbox] = await Promise.all([open(list).toArray(), db.outbox.toArray()])
  const done = doneIn(outbox)
  return rows.map((row) => ({ row, isDone: done.has(keyText(row)) }))
}

/** The chats of which **Done** was said, and is on its way. */
const doneIn = (outbox: readonly OutboxRow[]): ReadonlySet<string> =>
  new Set(outbox.filter((item) => item.command.operation === 'followUp' && !item.refusal).map(keyText))

const open = (list: FollowUpList) =>
  db.followUps.where('[list+endedAt]').between([list, Dexie.minKey], [list, Dexie.maxKey])
