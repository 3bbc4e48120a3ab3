import { liveOffers } from '#shared/domain/chat/offering.ts'
import type { ServiceLevel } from '#shared/domain/service-level/service-level.ts'
import type { ChatRow } from '../../core/db.ts'
import { type Groups, groupOf, levelOf } from '../../core/groups.ts'
import { isRunning } from '../../core/my-offer.ts'

export interface DueAnswer {
  readonly row: ChatRow
  readonly level: ServiceLevel
}

/**
 * Answers that are this agent's to give and have a time (R14): in my chats, to what rings here, and to what rings for nobody
 * just now but waits for one of my groups. A colleague who is rung is warned, not everybody.
 * @param now ms since 1970
 */
export const answersWithTime = (rows: readonly ChatRow[], groups: Groups, now: number): DueAnswer[] =>
  rows.flatMap((row) => {
    const level = isMine(row, groups, now) ? levelOf(groups, row, now) : null
    return level ? [{ row, level }] : []
  })

function isMine(row: ChatRow, groups: Groups, now: number): boolean {
  if (row.list === 'mine' || isRunning(row.offer, now)) return true
  return !row.declined && liveOffers(row.chat).length === 0 && groupOf(groups, row)?.isMine === true
}

/** When the next of them comes to its warning or its end, ms since 1970; `Infinity` when none does. */
export const nextDue = (answers: readonly DueAnswer[], now: number): number =>
  Math.min(...answers.flatMap(({ level }) => [level.warnAt, level.dueAt].filter((at) => at > now)))
