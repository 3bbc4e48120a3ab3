import { everyone } from '#shared/contract/ids.ts'
import { byUrgency } from '#shared/domain/service-level/service-level.ts'
import { type ChatRow, db } from '../../core/db.ts'
import { levelOf, readGroups } from '../../core/groups.ts'
import { isRunning } from '../../core/my-offer.ts'
import { clock } from '../../live/clock.ts'
import { useLive } from '../../live/use-live.ts'
import { type ChatKey, keyText } from '../chats/chat-key.ts'
import { waitingChats } from '../chats/chat-queries.ts'

export interface WaitingRequest {
  readonly row: ChatRow
  /** Among those who wait for the same group, as the visitor is told (R13): 1 is next. Nothing for a colleague. */
  readonly place: number | null
  /** What this person has answered while it is on its way: also when there is no network. */
  readonly answering: 'accepting' | 'declining' | null
}

/** More than anybody reads. The most urgent of those that have waited longest are found; nobody reads the others. */
const read = 1000

/** The requests that wait, the most urgent first (R14). Undefined while loading. */
export const useWaiting = () => useLive(waitingRequests)

/** Those of them that are offered to this person and still want an answer from here. Follows the time while an offer runs down. */
export const isUnanswered = ({ row, answering }: WaitingRequest): boolean =>
  answering === null && isRunning(row.offer, row.offer?.answerBy ? clock.value : 0)
export const rings = (request: WaitingRequest): boolean => isUnanswered(request) && !request.row.silenced

async function waitingRequests(): Promise<WaitingRequest[]> {
  const [rows, answers, groups] = await Promise.all([waitingChats(read), answersUnderWay(), readGroups()])
  const now = Date.now()
  const places = placesOf(rows)
  return rows
    .map((row) => ({ row, since: row.chat.waitingSince, dueAt: levelOf(groups, row, now)?.dueAt ?? null }))
    .toSorted(byUrgency)
    .map(({ row }) => ({ row, place: places.get(keyText(row)) ?? null, answering: answers.get(keyText(row)) ?? null }))
}

/** As the server counts them. */
function placesOf(rows: readonly ChatRow[]): ReadonlyMap<string, number> {
  const visitors = rows.filter(({ chat }) => !chat.to)
  const queues = Map.groupBy(visitors, ({ accountId, chat }) => `${accountId}/${chat.group?.id ?? everyone}`)
  const inOrder = (one: ChatRow, other: ChatRow) =>
    one.chat.waitingSince - other.chat.waitingSince || (one.chatId < other.chatId ? -1 : 1)
  return new Map(
    [...queues.values()].flatMap((queue) => queue.toSorted(inOrder).map((row, i) => [keyText(row), i + 1] as const)),
  )
}

async function answersUnderWay(): Promise<ReadonlyMap<string, WaitingRequest['answering']>> {
  const answers = new Map<string, WaitingRequest['answering']>()
  for (const { command, refusal, ...chat } of await db.outbox.toArray()) {
    if (refusal) continue
    if (command.operation === 'acceptChat') answers.set(keyText(chat satisfies ChatKey), 'accepting')
    if (command.operation === 'declineChat') answers.set(keyText(chat satisfies ChatKey), 'declining')
  }
  return answers
}
