import { type ChatRow, db } from '../../core/db.ts'
import { useLive } from '../../live/use-live.ts'
import { subjectOf } from '../filter/chat-filter.ts'
import { readFiltering } from '../filter/use-filtering.ts'
import { keyText } from './chat-key.ts'
import { countEnded, endedChats, myChats } from './chat-queries.ts'

/** Chats that pass the filter, and how many do not, as far as that is known. */
export interface ShownChats {
  readonly rows: readonly ChatRow[]
  readonly hidden: number
  readonly isFiltered: boolean
}

/** My active chats; undefined while loading. */
export const useActive = (): ShownChats | undefined =>
  useLive(async () => {
    const [{ isOn, passes }, all] = await Promise.all([readFiltering(), myChats()])
    const rows = all.filter((row) => passes(subjectOf(row)))
    return { rows, hidden: all.length - rows.length, isFiltered: isOn }
  })

/**
 * My ended chats, the latest first; undefined while loading: to look through ten thousand of them takes a moment, in which the
 * active ones are on the screen already.
 */
export const useEnded = (limit: number): ShownChats | undefined =>
  useLive(async () => {
    const { isOn, passes } = await readFiltering()
    if (!isOn) return { rows: await endedChats(limit), hidden: 0, isFiltered: false }
    const rows = await endedChats(limit, (row) => passes(subjectOf(row)))
    return { rows, hidden: rows.length < limit ? (await countEnded()) - rows.length : 0, isFiltered: true }
  }, [limit])

/** What is being written, by chat; undefined while loading. */
export const useDrafts = (): ReadonlyMap<string, string> | undefined =>
  useLive(async () => new Map((await db.drafts.toArray()).map((draft) => [keyText(draft), draft.text])))
