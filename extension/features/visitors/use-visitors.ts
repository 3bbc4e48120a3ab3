import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { ActorId } from '#shared/contract/ids.ts'
import { begunChats } from '../../core/begun-chats.ts'
import {
  type AccountId,
  type AccountRow,
  type ChatRow,
  db,
  type VisitorListRow,
  type VisitorRow,
} from '../../core/db.ts'
import { visitorWatch } from '../../core/visitor-watch.ts'
import { clock } from '../../live/clock.ts'
import { useLive } from '../../live/use-live.ts'

export interface VisitorView {
  readonly row: VisitorRow
  /** The chat that they are in, when this browser has it. */
  readonly chat: ChatRow | null
  /** This browser's clock before the clock of their times, ms. */
  readonly ahead: number
}

interface Known {
  /** The newest arrivals first, as many as asked for. */
  readonly views: readonly VisitorView[]
  readonly lists: readonly VisitorListRow[]
}

/** What the database has of visitors; undefined while loading. It may be old: see `useKnownAccounts`. */
export const useVisitors = (limit: number) => useLive(() => readVisitors(limit), [limit])

/** Accounts whose visitors are known as they are now. */
export function useKnownAccounts(accounts: readonly AccountRow[], lists: readonly VisitorListRow[]): Set<string> {
  // As a text: equal while nothing changed, so that nothing is drawn anew each second.
  const known = useMemo(
    () =>
      computed(() =>
        lists
          .filter(({ accountId, answeredAt }) => isOne(accounts, accountId) && isTrue(answeredAt, clock.value))
          .map(({ accountId }) => accountId)
          .join(),
      ),
    [accounts, lists],
  )
  return new Set(known.value ? known.value.split(',') : [])
}

// The clock is a second exact: what was answered just now may be ahead of it.
const isTrue = (answeredAt: number, now: number) => now - answeredAt < visitorWatch.trueFor
const isOne = (accounts: readonly AccountRow[], accountId: AccountId) => accounts.some(({ id }) => id === accountId)

async function readVisitors(limit: number): Promise<Known> {
  const [rows, lists, open, begun] = await Promise.all([
    db.visitors.orderBy('arrivedAt').reverse().limit(limit).toArray(),
    db.visitorLists.toArray(),
    db.chats.where('[list+lastActivityAt]').between(['mine'], ['mine', []]).toArray(),
    begunChats(),
  ])
  const mine = new Map([...open, ...begun].map((row) => [visitorKey(row.accountId, row.chat.visitor.id), row]))
  const theirs = await db.chats.bulkGet(rows.map(({ accountId, seen }) => [accountId, seen.chatId ?? none]))
  const aheadOf = new Map(lists.map(({ accountId, ahead }) => [accountId, ahead]))
  return {
    lists,
    views: rows.map((row, i) => ({
      row,
      chat: mine.get(visitorKey(row.accountId, row.visitorId)) ?? theirs[i] ?? null,
      ahead: aheadOf.get(row.accountId) ?? 0,
    })),
  }
}

const none = '' as NonNullable<VisitorRow['seen']['chatId']>
export const visitorKey = (accountId: AccountId, visitorId: ActorId): string => `${accountId}/${visitorId}`
