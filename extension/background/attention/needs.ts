import type { Quiet } from '#shared/domain/do-not-disturb/do-not-disturb.ts'
import { type AccountRow, type ChatRow, db } from '../../core/db.ts'
import { readGroups } from '../../core/groups.ts'
import { isRunning } from '../../core/my-offer.ts'
import { readSetting, type Sound } from '../../core/settings.ts'
import { answersWithTime, type DueAnswer, nextDue } from './answers-due.ts'
import { type ChatNews, readNews } from './chat-news.ts'
import { quietNow } from './quiet-now.ts'

/** Everything that wants the agent, as the database tells it now. */
export interface Needs {
  /** Requests that are offered to this agent, and no answer of theirs is on its way. */
  readonly requests: readonly ChatRow[]
  /** Chats with a reply that was not read. */
  readonly replies: readonly ChatRow[]
  /** Those of the replies that no visible surface shows. */
  readonly unseen: readonly ChatRow[]
  /** Answers that are due soon, or overdue (R14). */
  readonly due: readonly DueAnswer[]
  /** What happened in chats that are monitored (A20). */
  readonly news: readonly ChatNews[]
  /** Chats that a visible surface shows, `<account>/<chat>`. */
  readonly onScreen: ReadonlySet<string>
  /** Messages that the server refused. */
  readonly notSent: number
  readonly accounts: readonly AccountRow[]
  readonly volume: number
  readonly sound: Sound
  /** Given while the agent is not to be disturbed (A22). */
  readonly quiet: Quiet | null
  /** When something of this changes by time alone, ms since 1970; `Infinity`: when nothing does. */
  readonly changesAt: number
}

export async function readNeeds(now: number): Promise<Needs> {
  const accounts = await db.accounts.orderBy('order').toArray()
  const outbox = await db.outbox.toArray()
  const answered = new Set(outbox.filter((item) => item.command.operation !== 'sendMessage').map(keyOf))
  const onScreen = new Set((await db.views.filter((view) => view.until > now).toArray()).map(keyOf))
  const canAnswer = new Set(accounts.filter((account) => account.state !== 'signed-out').map((account) => account.id))
  const isOpen = (row: ChatRow) => !answered.has(keyOf(row)) && canAnswer.has(row.accountId)
  const waiting = (await inList('waiting')).filter(isOpen)
  const requests = waiting.filter((row) => isRunning(row.offer, now))
  const replies = [...(await unreadIn('mine')), ...(await unreadIn('ended'))]
  const withTime = answersWithTime([...waiting, ...(await inList('mine')).filter(isOpen)], await readGroups(), now)
  const { quiet, changesAt } = await quietNow(now)
  const offerEnds = requests.flatMap(({ offer }) => (offer?.answerBy ? [offer.answerBy] : []))
  return {
    requests,
    replies,
    unseen: replies.filter((row) => !onScreen.has(keyOf(row))),
    due: withTime.filter(({ level }) => level.state !== 'ok'),
    news: await readNews(accounts),
    onScreen,
    notSent: outbox.filter((item) => item.refusal).length,
    accounts,
    volume: await readSetting('volume'),
    sound: await readSetting('sound'),
    quiet,
    changesAt: Math.min(changesAt, nextDue(withTime, now), ...offerEnds),
  }
}

const inList = (list: ChatRow['list']) =>
  db.chats
    .where('[list+requestedAt]')
    .between(...rangeOf(list, 0))
    .toArray()
const unreadIn = (list: ChatRow['list']) =>
  db.chats
    .where('[list+unread]')
    .between(...rangeOf(list, 1))
    .toArray()
const rangeOf = (list: ChatRow['list'], from: number) =>
  [
    [list, from],
    [list, Number.MAX_SAFE_INTEGER],
  ] as const

export const keyOf = ({ accountId, chatId }: Pick<ChatRow, 'accountId' | 'chatId'>) => `${accountId}/${chatId}`
